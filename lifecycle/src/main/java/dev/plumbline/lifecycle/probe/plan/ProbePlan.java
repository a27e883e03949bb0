package dev.plumbline.lifecycle.probe.plan;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.money.Money;
import java.util.List;
import java.util.Optional;

/** A schedule within a budget, or why there is none. */
public sealed interface ProbePlan {

  /**
   * A schedule.
   *
   * @param stages in the order in which they were afforded; each work at most once
   * @param leftOut what did not fit
   * @param reference open questions asked once, to compare with after a suspicion
   * @param escalation what one suspicion costs
   */
  record Scheduled(
      ProbeBudget budget,
      List<PlannedStage> stages,
      List<LeftOut> leftOut,
      List<CycleCost> reference,
      Money escalation)
      implements ProbePlan {

    public Scheduled {
      requireNonNull(budget, "budget");
      stages = List.copyOf(stages);
      leftOut = List.copyOf(leftOut);
      reference = List.copyOf(reference);
      requireNonNull(escalation, "escalation");
    }

    /** Of the stages and what is asked once, without the reserve. */
    public Money firstYear() {
      Money total =
          reference.isEmpty()
              ? Money.zero(budget.perMonth().currency())
              : PlannedStage.sum(reference);
      for (PlannedStage stage : stages) {
        total = total.plus(stage.firstYear());
      }
      return total;
    }

    /** Of every year after the first. */
    public Money perYear() {
      return stages.stream()
          .map(PlannedStage::perYear)
          .reduce(Money.zero(budget.perMonth().currency()), Money::plus);
    }

    public Optional<PlannedStage> find(Work work) {
      return stages.stream().filter(stage -> stage.work() == work).findFirst();
    }

    /** How many suspicions in a year the reserve pays for. */
    public long escalations() {
      return budget
          .reservePerYear()
          .amount()
          .divideToIntegralValue(escalation.amount())
          .longValueExact();
    }
  }

  /**
   * No schedule.
   *
   * @param reasons in words, one for each arm without a price or the like
   */
  record Impossible(List<String> reasons) implements ProbePlan {

    public Impossible {
      reasons = List.copyOf(reasons);
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("a plan is impossible for a reason");
      }
    }
  }

  /** One answer for each case: Java 17 cannot switch over a sealed type. */
  interface Cases<R> {
    R scheduled(Scheduled scheduled);

    R impossible(Impossible impossible);
  }

  default <R> R match(Cases<R> cases) {
    if (this instanceof Scheduled scheduled) {
      return cases.scheduled(scheduled);
    }
    return cases.impossible((Impossible) this);
  }
}
