package dev.plumbline.lifecycle.drift.comparison;

import java.util.function.BooleanSupplier;

/**
 * How a permutation test draws.
 *
 * <p>Proven: p = (1 + exceedances) / (1 + count) is a valid p-value at every count when the rows
 * that are permuted are exchangeable. So is the early stop of Besag and Clifford (1991), which ends
 * at the tenth exceedance and reports 10 / draws.
 *
 * @param count permutations, at most a million
 * @param earlyStop whether a test that cannot become significant ends early
 */
public record Permutations(int count, long seed, boolean earlyStop) {

  static final int MOST = 1_000_000;
  private static final int EXCEEDANCES_TO_STOP = 10;

  public Permutations {
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException(
          "%,d permutations: choose 1 to %,d".formatted(count, MOST));
    }
  }

  /** The usual thousand, all of them drawn. */
  public static Permutations thousand(long seed) {
    return new Permutations(1_000, seed, false);
  }

  /** The p-value; asks for one permutation after the other whether it is as extreme. */
  double p(BooleanSupplier exceeds) {
    int exceedances = 0;
    for (int drawn = 1; drawn <= count; drawn++) {
      exceedances += exceeds.getAsBoolean() ? 1 : 0;
      if (earlyStop && exceedances == EXCEEDANCES_TO_STOP) {
        return (double) exceedances / drawn;
      }
    }
    return (1.0 + exceedances) / (1.0 + count);
  }
}
