package dev.plumbline.pricing.breakeven;

import dev.plumbline.core.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Figures as they stand in a sentence: rounded for reading, grouped by thousands. */
public final class Figures {

  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private Figures() {}

  /** For example {@code $4,560.00}; amounts below a cent keep two significant digits. */
  public static String dollars(Money amount) {
    BigDecimal rounded = amount.roundedForDisplay();
    String digits = String.format(Locale.ROOT, "%,." + rounded.scale() + "f", rounded.abs());
    return (rounded.signum() < 0 ? "-$" : "$") + digits;
  }

  /** An amount per request as {@code $5.85 per 1,000 requests}, so that it can be read aloud. */
  public static String perThousand(Money perRequest) {
    return dollars(perRequest.times(THOUSAND)) + " per 1,000 requests";
  }

  /** The smallest whole number of requests that is not below a lower root. */
  public static String atLeast(BigDecimal volume) {
    return whole(volume, RoundingMode.CEILING);
  }

  /** The largest whole number of requests that is not above an upper root. */
  public static String atMost(BigDecimal volume) {
    return whole(volume, RoundingMode.FLOOR);
  }

  /** Months with at most one decimal, for example {@code 12 months} or {@code 1.8 months}. */
  public static String months(BigDecimal months) {
    BigDecimal rounded = months.setScale(1, RoundingMode.HALF_EVEN).stripTrailingZeros();
    String digits = rounded.toPlainString();
    return digits + (rounded.compareTo(BigDecimal.ONE) == 0 ? " month" : " months");
  }

  private static String whole(BigDecimal volume, RoundingMode rounding) {
    BigDecimal settled = volume.setScale(BreakEvenAnswer.VOLUME_PLACES, RoundingMode.HALF_EVEN);
    return String.format(Locale.ROOT, "%,d", settled.setScale(0, rounding).toBigInteger());
  }
}
