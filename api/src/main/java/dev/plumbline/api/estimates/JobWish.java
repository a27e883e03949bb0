package dev.plumbline.api.estimates;

import static java.util.Objects.requireNonNull;

import dev.plumbline.pricing.training.EpochRule;
import dev.plumbline.pricing.training.Epochs;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How the job would be run.
 *
 * @param epochs empty for the provider's automatic rule
 * @param runs jobs of the same rows
 * @param day when they would start
 */
record JobWish(Optional<Epochs> epochs, int runs, LocalDate day) {

  private static final int MOST_RUNS = 10_000;

  JobWish {
    requireNonNull(epochs, "epochs");
    requireNonNull(day, "day");
    if (runs < 1 || runs > MOST_RUNS) {
      throw new IllegalArgumentException("runs must be 1 to 10,000, not " + runs);
    }
  }

  static JobWish of(Optional<Integer> epochs, int runs, LocalDate day) {
    return new JobWish(epochs.map(EpochRule::explicit), runs, day);
  }
}
