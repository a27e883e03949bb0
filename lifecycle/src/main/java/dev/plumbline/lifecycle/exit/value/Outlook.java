package dev.plumbline.lifecycle.exit.value;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What the rest of a model's life is worth.
 *
 * @param left until the model can no longer be called; empty when nobody knows
 * @param monthlySpend on calling it today
 */
public record Outlook(Optional<DaysLeft> left, GivenMoney monthlySpend, TrainingValue training) {

  public Outlook {
    requireNonNull(left, "left");
    requireNonNull(monthlySpend, "monthlySpend");
    requireNonNull(training, "training");
  }

  public GivenMoney remainingTrainingValue() {
    return training.remaining(left);
  }

  /** What calling it will still cost until its end, at today's volume. */
  public GivenMoney spendUntilEnd() {
    return left.map(
            days ->
                monthlySpend.times(
                    days.months(), "%d days in months of 30".formatted(Math.max(0, days.count()))))
        .orElseGet(() -> GivenMoney.unknown("nobody knows until when the model can be called"));
  }
}
