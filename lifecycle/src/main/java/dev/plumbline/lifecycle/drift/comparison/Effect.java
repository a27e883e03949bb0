package dev.plumbline.lifecycle.drift.comparison;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.drift.stats.Interval;
import java.util.Optional;

/**
 * How large a change is, new minus old.
 *
 * @param interval at 95 %; empty where the method gives none
 */
public record Effect(Measure measure, double estimate, Optional<Interval> interval) {

  /** Two-sided level of every interval. */
  public static final double LEVEL = .95;

  public Effect {
    requireNonNull(measure, "measure");
    requireNonNull(interval, "interval");
    if (Double.isNaN(estimate)) {
      throw new IllegalArgumentException("an effect that is no number");
    }
  }
}
