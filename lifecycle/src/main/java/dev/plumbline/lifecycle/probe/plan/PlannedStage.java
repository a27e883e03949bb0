package dev.plumbline.lifecycle.probe.plan;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.money.Money;
import java.util.List;

/**
 * One line of a schedule.
 *
 * @param arms what a cycle costs on each
 * @param once what must be asked before the first cycle
 */
public record PlannedStage(Work work, Cadence cadence, List<CycleCost> arms, List<CycleCost> once) {

  public PlannedStage {
    requireNonNull(work, "work");
    requireNonNull(cadence, "cadence");
    arms = List.copyOf(arms);
    once = List.copyOf(once);
  }

  /** Of the model in question alone. */
  public long callsPerCycle() {
    return arms.get(0).calls();
  }

  public long callsPerYear() {
    return calls(arms) * cadence.cyclesPerYear();
  }

  public long callsOnce() {
    return calls(once);
  }

  public Money perCycle() {
    return sum(arms);
  }

  public Money perYear() {
    return perCycle().times(cadence.cyclesPerYear());
  }

  public Money costOnce() {
    return once.isEmpty() ? Money.zero(perCycle().currency()) : sum(once);
  }

  /** Year and beginning together. */
  public Money firstYear() {
    return perYear().plus(costOnce());
  }

  private static long calls(List<CycleCost> costs) {
    return costs.stream().mapToLong(CycleCost::calls).sum();
  }

  static Money sum(List<CycleCost> costs) {
    return costs.stream().map(CycleCost::amount).reduce(Money::plus).orElseThrow();
  }
}
