package dev.plumbline.lifecycle.evaluation;

import static java.util.Objects.requireNonNull;

/**
 * One row of a hold-out, answered by two models and graded by somebody who did not know which is
 * which.
 *
 * @param row its id, unique in the hold-out
 * @param reference from 0 to 1: what the older answer is worth, or the base model's
 * @param candidate what the newer answer is worth, or the fine-tune's
 */
public record GradedPair(String row, double reference, double candidate) {

  /** A grade from here on is a pass. */
  public static final double PASS = .5;

  public GradedPair {
    requireNonNull(row, "row");
    if (!(reference >= 0 && reference <= 1) || !(candidate >= 0 && candidate <= 1)) {
      throw new IllegalArgumentException(
          "grades are from 0 to 1: %s and %s".formatted(reference, candidate));
    }
  }

  boolean isGain() {
    return reference < PASS && candidate >= PASS;
  }

  boolean isLoss() {
    return reference >= PASS && candidate < PASS;
  }

  /** Whether passes and failures say all there is to say. */
  boolean isPlain() {
    return (reference == 0 || reference == 1) && (candidate == 0 || candidate == 1);
  }
}
