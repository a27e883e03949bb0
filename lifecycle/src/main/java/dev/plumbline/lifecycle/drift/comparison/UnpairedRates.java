package dev.plumbline.lifecycle.drift.comparison;

import dev.plumbline.lifecycle.drift.stats.Interval;
import dev.plumbline.lifecycle.drift.stats.Rate;
import java.util.Optional;

/** The difference of two independent rates with Newcombe's hybrid score interval (1998). */
final class UnpairedRates {

  private UnpairedRates() {}

  static Effect difference(Rate before, Rate now) {
    double estimate = now.value() - before.value();
    Interval old = before.wilson(Effect.LEVEL);
    Interval young = now.wilson(Effect.LEVEL);
    double lower = estimate - Math.hypot(now.value() - young.lower(), old.upper() - before.value());
    double upper = estimate + Math.hypot(young.upper() - now.value(), before.value() - old.lower());
    return new Effect(Measure.PASS_RATE, estimate, Optional.of(new Interval(lower, upper)));
  }
}
