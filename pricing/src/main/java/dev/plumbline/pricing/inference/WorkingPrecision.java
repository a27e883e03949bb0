package dev.plumbline.pricing.inference;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How exactly break-even figures are computed; nothing is rounded to fewer digits before a view.
 */
public final class WorkingPrecision {

  /** Fifty digits, half-even, in every division, root and sum of a break-even. */
  public static final MathContext FIFTY_DIGITS = new MathContext(50, RoundingMode.HALF_EVEN);

  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  private WorkingPrecision() {}

  /** What a number of tokens costs at a price for a million of them; exact. */
  public static BigDecimal cost(BigDecimal tokens, BigDecimal pricePerMillion) {
    return tokens.multiply(pricePerMillion).divide(MILLION); // a shift of six places: always exact
  }

  /**
   * Refuses a number below 0.
   *
   * @return the number
   */
  public static BigDecimal notNegative(BigDecimal number, String name) {
    if (number.signum() < 0) {
      throw new IllegalArgumentException(
          name + " cannot be negative: " + number.toPlainString() + "; give 0 or more");
    }
    return number;
  }

  /**
   * Refuses a number outside 0 to 1.
   *
   * @return the number
   */
  public static BigDecimal share(BigDecimal number, String name) {
    if (number.signum() < 0 || number.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(
          name + " is a share from 0 to 1: " + number.toPlainString() + "; write 87 % as 0.87");
    }
    return number;
  }
}
