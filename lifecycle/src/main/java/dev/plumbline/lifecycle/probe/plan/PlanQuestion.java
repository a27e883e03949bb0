package dev.plumbline.lifecycle.probe.plan;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.probe.Probe;
import dev.plumbline.lifecycle.probe.ProbeSuite;
import dev.plumbline.lifecycle.probe.StarterSuites;
import java.util.List;

/**
 * What a plan is made for.
 *
 * @param arms the model in question first
 * @param tripwire asked most often
 * @param tasks with right answers
 */
public record PlanQuestion(
    ProbeBudget budget, List<Arm> arms, ProbeSuite tripwire, ProbeSuite tasks) {

  private static final int MOST_ARMS = 6;

  public PlanQuestion {
    requireNonNull(budget, "budget");
    requireNonNull(tripwire, "tripwire");
    requireNonNull(tasks, "tasks");
    arms = List.copyOf(arms);
    if (arms.isEmpty() || arms.size() > MOST_ARMS) {
      throw new IllegalArgumentException(
          "a target has 1 to %d arms: %d".formatted(MOST_ARMS, arms.size()));
    }
    if (arms.get(0).role() != Arm.Role.SUBJECT
        || arms.stream().filter(arm -> arm.role() == Arm.Role.SUBJECT).count() > 1) {
      throw new IllegalArgumentException("one arm is the model in question, the first one");
    }
    if (arms.stream().map(Arm::name).distinct().count() < arms.size()) {
      throw new IllegalArgumentException("two arms have the same name");
    }
    for (Probe probe : tasks.probes()) {
      if (probe.checks().isEmpty()) {
        throw new IllegalArgumentException(
            "the probe %s of %s has no right answer; a task suite needs expect on every line"
                .formatted(probe.id(), tasks.name()));
      }
    }
  }

  /** With the one-token question and the open questions that come with the product. */
  public static PlanQuestion of(ProbeBudget budget, List<Arm> arms, ProbeSuite tasks) {
    return new PlanQuestion(
        budget, arms, StarterSuites.find(StarterSuites.TRIPWIRE).orElseThrow(), tasks);
  }
}
