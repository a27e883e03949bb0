package dev.plumbline.pricing.breakeven;

import static dev.plumbline.pricing.inference.WorkingPrecision.FIFTY_DIGITS;

import java.math.BigDecimal;

/**
 * What tuning gains over the horizon as a function of the volume: {@code N * D(N) * A - need}.
 *
 * @param saving saving per answered request, D
 * @param annuity discounted months, A
 * @param need what must be earned back
 */
record NetPresentValue(SavingCurve saving, BigDecimal annuity, BigDecimal need) {

  /** Below this share of the sums involved a difference is the noise of fifty digits. */
  private static final BigDecimal NOISE = new BigDecimal("1e-40");

  BigDecimal at(BigDecimal requestsPerMonth) {
    BigDecimal earned =
        requestsPerMonth.multiply(saving.at(requestsPerMonth)).multiply(annuity, FIFTY_DIGITS);
    BigDecimal value = earned.subtract(need, FIFTY_DIGITS);
    return isNoise(value, earned) ? BigDecimal.ZERO : value;
  }

  private boolean isNoise(BigDecimal value, BigDecimal earned) {
    return value.abs().compareTo(earned.abs().max(need.abs()).multiply(NOISE)) <= 0;
  }
}
