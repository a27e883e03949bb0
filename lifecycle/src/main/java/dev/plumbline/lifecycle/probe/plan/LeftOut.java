package dev.plumbline.lifecycle.probe.plan;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.money.Money;

/**
 * A stage that is not in the schedule.
 *
 * @param needs what it would add in the first year
 * @param why in words
 */
public record LeftOut(Work work, Cadence cadence, Money needs, String why) {

  public LeftOut {
    requireNonNull(work, "work");
    requireNonNull(cadence, "cadence");
    requireNonNull(needs, "needs");
    requireNonNull(why, "why");
  }
}
