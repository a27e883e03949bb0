package dev.plumbline.pricing.breakeven.fixed;

import static dev.plumbline.pricing.inference.WorkingPrecision.FIFTY_DIGITS;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/** What a dollar in some months is worth today, at a yearly rate. */
public final class Discounting {

  private static final int MONTHS = 12;
  private static final int MOST_STEPS = 200;

  /** Below this a term of a series no longer changes fifty digits. */
  private static final BigDecimal NEGLIGIBLE = new BigDecimal("1e-60");

  private final BigDecimal monthlyFactor;

  private Discounting(BigDecimal monthlyFactor) {
    this.monthlyFactor = monthlyFactor;
  }

  /** A yearly rate such as 0.10; the monthly factor is the twelfth root of 1.10. */
  public static Discounting atYearlyRate(BigDecimal annualRate) {
    return new Discounting(twelfthRoot(BigDecimal.ONE.add(annualRate)));
  }

  /** Value today of one dollar at the end of this many months; fractions are allowed. */
  public BigDecimal at(BigDecimal months) {
    int whole = months.setScale(0, RoundingMode.FLOOR).intValueExact();
    BigDecimal fraction = months.subtract(BigDecimal.valueOf(whole));
    BigDecimal growth = monthlyFactor.pow(whole, FIFTY_DIGITS);
    if (fraction.signum() > 0) {
      growth = growth.multiply(powerOfFraction(fraction), FIFTY_DIGITS);
    }
    return BigDecimal.ONE.divide(growth, FIFTY_DIGITS);
  }

  /** Value today of one dollar at each month end; the last month counts by its length. */
  public BigDecimal annuity(BigDecimal months) {
    int whole = months.setScale(0, RoundingMode.FLOOR).intValueExact();
    BigDecimal each = BigDecimal.ONE.divide(monthlyFactor, FIFTY_DIGITS);
    BigDecimal value = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ZERO;
    for (int month = 1; month <= whole; month++) {
      value = value.multiply(each, FIFTY_DIGITS);
      sum = sum.add(value, FIFTY_DIGITS);
    }
    BigDecimal fraction = months.subtract(BigDecimal.valueOf(whole));
    return fraction.signum() > 0 ? sum.add(fraction.multiply(at(months)), FIFTY_DIGITS) : sum;
  }

  /** Values today of one dollar after each of these evenly spaced moments: k times the first. */
  public List<BigDecimal> atMultiples(List<BigDecimal> moments) {
    if (moments.isEmpty()) {
      return List.of();
    }
    BigDecimal each = at(moments.get(0));
    return Stream.iterate(each, value -> value.multiply(each, FIFTY_DIGITS))
        .limit(moments.size())
        .toList();
  }

  /** Newton's method from above, where it falls to the root without overshooting. */
  private static BigDecimal twelfthRoot(BigDecimal number) {
    BigDecimal eleven = BigDecimal.valueOf(MONTHS - 1L);
    BigDecimal twelve = BigDecimal.valueOf(MONTHS);
    BigDecimal root =
        BigDecimal.ONE.add(number.subtract(BigDecimal.ONE).divide(twelve, FIFTY_DIGITS));
    for (int step = 0; step < MOST_STEPS; step++) {
      BigDecimal quotient = number.divide(root.pow(MONTHS - 1, FIFTY_DIGITS), FIFTY_DIGITS);
      BigDecimal next = root.multiply(eleven).add(quotient).divide(twelve, FIFTY_DIGITS);
      if (next.compareTo(root) >= 0) {
        return root;
      }
      root = next;
    }
    return root;
  }

  private BigDecimal powerOfFraction(BigDecimal fraction) {
    return exp(fraction.multiply(ln(monthlyFactor), FIFTY_DIGITS));
  }

  /** The logarithm of a number a little above 1: 2 * artanh((x-1)/(x+1)). */
  private static BigDecimal ln(BigDecimal number) {
    BigDecimal ratio =
        number.subtract(BigDecimal.ONE).divide(number.add(BigDecimal.ONE), FIFTY_DIGITS);
    BigDecimal square = ratio.multiply(ratio, FIFTY_DIGITS);
    BigDecimal power = ratio;
    BigDecimal sum = BigDecimal.ZERO;
    for (int odd = 1; power.abs().compareTo(NEGLIGIBLE) > 0; odd += 2) {
      sum = sum.add(power.divide(BigDecimal.valueOf(odd), FIFTY_DIGITS), FIFTY_DIGITS);
      power = power.multiply(square, FIFTY_DIGITS);
    }
    return sum.add(sum);
  }

  private static BigDecimal exp(BigDecimal exponent) {
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ONE;
    for (int n = 1; term.abs().compareTo(NEGLIGIBLE) > 0; n++) {
      term = term.multiply(exponent).divide(BigDecimal.valueOf(n), FIFTY_DIGITS);
      sum = sum.add(term, FIFTY_DIGITS);
    }
    return sum;
  }
}
