package dev.plumbline.lifecycle.drift.verdict;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * The numbers of section 8 of the drift reference.
 *
 * @param cyclesToLearn measured cycles, those of the baseline among them, before any alarm
 * @param confirmationDelay least time between suspicion and confirmation batch
 * @param confirmationAlpha level of the batch, by Holm; the kernel check has the same once more
 * @param refutationsToClear batches without a material finding until a suspicion is dropped
 * @param servingDigest how long a moved mixture is told before it becomes the new reference
 */
public record VerdictRules(
    int cyclesToLearn,
    Duration confirmationDelay,
    double confirmationAlpha,
    int refutationsToClear,
    Duration servingDigest,
    Materiality materiality) {

  public static final VerdictRules USUAL =
      new VerdictRules(20, Duration.ofHours(6), .01, 2, Duration.ofDays(7), Materiality.USUAL);

  public VerdictRules {
    requireNonNull(confirmationDelay, "confirmationDelay");
    requireNonNull(servingDigest, "servingDigest");
    requireNonNull(materiality, "materiality");
    if (cyclesToLearn < 1
        || refutationsToClear < 1
        || !(confirmationAlpha > 0 && confirmationAlpha < 1)) {
      throw new IllegalArgumentException(
          "%d cycles to learn, %d refutations, alpha %s"
              .formatted(cyclesToLearn, refutationsToClear, confirmationAlpha));
    }
  }
}
