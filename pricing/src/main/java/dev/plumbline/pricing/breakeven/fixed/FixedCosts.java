package dev.plumbline.pricing.breakeven.fixed;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.money.Money;

/** Everything that fine-tuning costs whatever the traffic. */
public record FixedCosts(
    TrainingRuns training,
    PeopleCosts people,
    RetrainingSchedule retraining,
    MonthlyCosts monthly) {

  public FixedCosts {
    requireNonNull(training, "training");
    requireNonNull(people, "people");
    requireNonNull(retraining, "retraining");
    requireNonNull(monthly, "monthly");
  }

  /** Training and nothing else. */
  public static FixedCosts of(TrainingRuns training) {
    return new FixedCosts(training, PeopleCosts.NONE, RetrainingSchedule.NEVER, MonthlyCosts.NONE);
  }

  /** Paid once, before the first request. */
  public Money oneOff() {
    return training
        .firstRuns()
        .plus(people.labelling(training.rows()))
        .plus(people.evaluationPerRun().times(training.runs()))
        .plus(people.engineering());
  }

  /** Paid at every retraining. */
  public Money eachRetraining() {
    return training
        .laterRun()
        .plus(people.evaluationPerRun())
        .times(retraining.runs())
        .plus(retraining.peopleCost());
  }
}
