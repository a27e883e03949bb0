package dev.plumbline.api.probes;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.money.Money;
import dev.plumbline.lifecycle.drift.impact.Traffic;
import dev.plumbline.lifecycle.probe.EndpointLimits;
import dev.plumbline.lifecycle.probe.plan.Arm;
import dev.plumbline.lifecycle.probe.plan.ProbeBudget;
import dev.plumbline.lifecycle.probe.plan.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A model that is watched, with the arms beside it and what is asked how often.
 *
 * @param arms the model in question first
 * @param keepText whether answers are kept, or only their hash
 * @param pace how fast is asked
 * @param seed of every number that its streams draw
 * @param epoch counts baselines; what was seen before {@code epochAt} is not looked at
 * @param startedAt nothing is asked before somebody has seen the plan
 * @param traffic how much it is used; empty when nobody entered it
 */
public record Target(
    UUID id,
    String name,
    UUID suite,
    ProbeBudget budget,
    List<TargetArm> arms,
    List<Stage> stages,
    boolean keepText,
    Pace pace,
    long seed,
    int epoch,
    Instant epochAt,
    Instant createdAt,
    Optional<Instant> startedAt,
    Optional<Instant> pausedAt,
    Optional<Traffic> traffic) {

  /**
   * An arm with the account through which it is asked.
   *
   * @param limits what its endpoint was found to take
   */
  public record TargetArm(Arm arm, UUID account, EndpointLimits limits) {

    public TargetArm {
      requireNonNull(arm, "arm");
      requireNonNull(account, "account");
      requireNonNull(limits, "limits");
    }

    /** With log-probabilities, as far as is known. */
    public TargetArm(Arm arm, UUID account, int leastOutput) {
      this(arm, account, EndpointLimits.NONE.withLeastOutput(leastOutput));
    }

    public int leastOutput() {
      return limits.leastOutput();
    }

    /** What its endpoint refuses, in words: there is no evidence of that kind. */
    public List<String> facts() {
      return limits.logprobs() ? List.of() : List.of(Result.NO_LOGPROBS);
    }
  }

  /**
   * What is asked how often.
   *
   * @param callsPerCycle of all arms
   * @param perCycle cost of all arms at most
   */
  public record Stage(Work work, Duration every, long callsPerCycle, Money perCycle) {

    public Stage {
      requireNonNull(work, "work");
      requireNonNull(every, "every");
      requireNonNull(perCycle, "perCycle");
    }
  }

  /** Limits that protect the endpoints. */
  public record Pace(int concurrency, int callsPerMinute) {

    public static final Pace USUAL = new Pace(2, 60);

    public Pace {
      if (concurrency < 1 || concurrency > 8 || callsPerMinute < 1 || callsPerMinute > 6_000) {
        throw new IllegalArgumentException(
            "1 to 8 calls at once and 1 to 6,000 in a minute: %d and %d"
                .formatted(concurrency, callsPerMinute));
      }
    }
  }

  public Target {
    requireNonNull(id, "id");
    requireNonNull(name, "name");
    requireNonNull(suite, "suite");
    requireNonNull(budget, "budget");
    requireNonNull(pace, "pace");
    requireNonNull(epochAt, "epochAt");
    requireNonNull(createdAt, "createdAt");
    requireNonNull(startedAt, "startedAt");
    requireNonNull(pausedAt, "pausedAt");
    requireNonNull(traffic, "traffic");
    arms = List.copyOf(arms);
    stages = List.copyOf(stages);
  }

  public boolean isActive() {
    return startedAt.isPresent() && pausedAt.isEmpty();
  }

  public TargetArm subject() {
    return arms.get(0);
  }

  public Optional<Stage> find(Work work) {
    return stages.stream().filter(stage -> stage.work() == work).findFirst();
  }

  List<Arm> planned() {
    return arms.stream().map(TargetArm::arm).toList();
  }
}
