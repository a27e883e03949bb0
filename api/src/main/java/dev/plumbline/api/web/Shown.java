package dev.plumbline.api.web;

import dev.plumbline.core.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as a person reads them. Rounding happens here, once, and nowhere before. */
public final class Shown {

  private static final BigDecimal CENT = new BigDecimal("0.01");
  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

  private Shown() {}

  /** {@code $1,728.00}; below a cent three significant digits, because $0.00 would hide a price. */
  public static String money(Money amount) {
    return money(amount.amount());
  }

  /** An amount in US dollars. */
  public static String money(BigDecimal dollars) {
    String sign = dollars.signum() < 0 ? "−" : "";
    BigDecimal size = dollars.abs();
    if (size.signum() == 0) {
      return "$0.00";
    }
    if (size.compareTo(CENT) < 0) {
      return sign + "$" + size.round(THREE_DIGITS).stripTrailingZeros().toPlainString();
    }
    if (size.compareTo(BigDecimal.ONE) < 0) {
      return sign + "$" + withPlaces(size, 4, 2);
    }
    return sign + "$" + withPlaces(size, 2, 2);
  }

  /** {@code 145,983}; fractions with at most two decimals. */
  public static String count(BigDecimal number) {
    return (number.signum() < 0 ? "−" : "") + withPlaces(number.abs(), 2, 0);
  }

  public static String count(long number) {
    return count(BigDecimal.valueOf(number));
  }

  /** A share as a percentage: 0.875 is {@code 87.5 %}. */
  public static String percent(BigDecimal share) {
    return withPlaces(share.movePointRight(2), 2, 0) + " %";
  }

  /** Bytes in the unit that keeps the number short. */
  public static String bytes(long bytes) {
    if (bytes < 1024) {
      return bytes + " bytes";
    }
    BigDecimal kilo =
        BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(1024), 1, RoundingMode.HALF_EVEN);
    if (bytes < 1 << 20) {
      return withPlaces(kilo, 1, 0) + " kB";
    }
    return withPlaces(kilo.divide(BigDecimal.valueOf(1024), 1, RoundingMode.HALF_EVEN), 1, 0)
        + " MB";
  }

  private static String withPlaces(BigDecimal number, int most, int least) {
    DecimalFormat format =
        new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setMaximumFractionDigits(most);
    format.setMinimumFractionDigits(least);
    format.setRoundingMode(RoundingMode.HALF_EVEN);
    return format.format(number);
  }
}
