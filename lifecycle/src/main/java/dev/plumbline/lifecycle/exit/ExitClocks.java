package dev.plumbline.lifecycle.exit;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.deprecation.ClockEnd;
import dev.plumbline.lifecycle.deprecation.Lifespan;
import dev.plumbline.lifecycle.deprecation.eligibility.Eligibility;
import dev.plumbline.lifecycle.exit.value.DaysLeft;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Both clocks of a fine-tune as they stand today.
 *
 * @param eligibility how the provider sees this organisation, which decides the training clock
 */
public record ExitClocks(LocalDate today, Lifespan lifespan, Eligibility eligibility) {

  public ExitClocks {
    requireNonNull(today, "today");
    requireNonNull(lifespan, "lifespan");
    requireNonNull(eligibility, "eligibility");
  }

  /** Until the model can no longer be trained further; empty when nobody knows. */
  public Optional<DaysLeft> trainingLeft() {
    return left(lifespan.trainingEnd());
  }

  /** Until the model can no longer be called; empty when nobody knows. */
  public Optional<DaysLeft> inferenceLeft() {
    return left(lifespan.inferenceEnd());
  }

  private Optional<DaysLeft> left(ClockEnd end) {
    return end.findKnown().map(known -> new DaysLeft(today, known.end().value()));
  }
}
