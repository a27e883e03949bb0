package dev.plumbline.lifecycle.exit;

import dev.plumbline.core.money.Money;
import dev.plumbline.lifecycle.exit.value.DaysLeft;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All plans, the most urgent first: by days left, then by what is at stake each month, then those
 * without golden outputs.
 */
public final class Portfolio {

  /** A model without a known end is not the most urgent, and its end should be found out. */
  private static final Comparator<ExitPlan> BY_DAYS_LEFT =
      Comparator.comparing(
          plan -> plan.clocks().inferenceLeft().map(DaysLeft::count).orElse(Long.MAX_VALUE));

  private static final Comparator<ExitPlan> ORDER =
      BY_DAYS_LEFT
          .thenComparing(plan -> plan.outlook().monthlySpend().find(), Portfolio::compareSpend)
          .thenComparing(plan -> plan.progress().golden().objection(plan.today()).isEmpty())
          .thenComparing(plan -> plan.subject().model().canonical());

  private Portfolio() {}

  /** The most first; an unknown spend comes before all, because nobody can say that it is small. */
  private static int compareSpend(Optional<Money> one, Optional<Money> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return Boolean.compare(one.isPresent(), other.isPresent());
    }
    Money first = one.get();
    Money second = other.get();
    return first.currency().equals(second.currency())
        ? second.compareTo(first)
        : first.currency().getCurrencyCode().compareTo(second.currency().getCurrencyCode());
  }

  public static List<ExitPlan> sorted(Collection<ExitPlan> plans) {
    return plans.stream().sorted(ORDER).toList();
  }
}
