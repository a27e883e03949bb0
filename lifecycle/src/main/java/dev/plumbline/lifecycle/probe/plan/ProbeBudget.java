package dev.plumbline.lifecycle.probe.plan;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.money.Money;
import java.math.BigDecimal;

/**
 * What probing may cost and how often it may be wrong.
 *
 * @param perMonth for one target with all its arms
 * @param falsePages in a year, expected at most, over all targets together
 * @param targets over which the false pages are shared, equally
 */
public record ProbeBudget(Money perMonth, BigDecimal falsePages, int targets) {

  private static final int MOST_TARGETS = 10_000;

  public ProbeBudget {
    requireNonNull(perMonth, "perMonth");
    requireNonNull(falsePages, "falsePages");
    spending(perMonth);
    refuseUnless(
        targets >= 1 && targets <= MOST_TARGETS,
        "1 to %,d targets: %,d".formatted(MOST_TARGETS, targets));
    refuseUnless(
        falsePages.signum() > 0
            && falsePages.compareTo(BigDecimal.valueOf(targets).multiply(BigDecimal.valueOf(0.5)))
                <= 0,
        "false pages in a year are more than 0 and at most one half for each target: "
            + falsePages.toPlainString());
  }

  /**
   * The same money, if it can be a budget.
   *
   * @throws IllegalArgumentException when it is nothing
   */
  public static Money spending(Money perMonth) {
    refuseUnless(perMonth.signum() > 0, "a budget is more than nothing: " + perMonth);
    return perMonth;
  }

  private static void refuseUnless(boolean sound, String why) {
    if (!sound) {
      throw new IllegalArgumentException(why);
    }
  }

  public Money perYear() {
    return perMonth.times(12);
  }

  /** Kept back for what a suspicion needs: one fifth. */
  public Money reservePerYear() {
    return perYear().times(new BigDecimal("0.2"));
  }

  /** The chance that a target whose model does not change raises a page within a year. */
  public double alpha() {
    return falsePages.doubleValue() / targets;
  }
}
