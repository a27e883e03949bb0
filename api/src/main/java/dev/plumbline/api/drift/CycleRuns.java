package dev.plumbline.api.drift;

import dev.plumbline.api.probes.Observed;
import dev.plumbline.api.probes.ProbeRun;
import dev.plumbline.api.probes.ProbeRun.Outcome;
import dev.plumbline.api.probes.ProbeRun.Purpose;
import dev.plumbline.api.probes.Target;
import dev.plumbline.lifecycle.drift.ArmObservations;
import dev.plumbline.lifecycle.drift.Batch;
import dev.plumbline.lifecycle.drift.BorderToken;
import dev.plumbline.lifecycle.drift.CycleMeasure;
import dev.plumbline.lifecycle.drift.CycleObservations;
import dev.plumbline.lifecycle.drift.FamilyCounts;
import dev.plumbline.lifecycle.drift.responses.LogProbabilities;
import dev.plumbline.lifecycle.drift.verdict.Arm;
import dev.plumbline.lifecycle.probe.check.CheckResult;
import dev.plumbline.lifecycle.probe.plan.Arm.Role;
import dev.plumbline.lifecycle.probe.plan.Work;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Turns runs into cycles of a watch, always the same ones: what is judged today can be judged
 * again. Cycles end at the first run that is still open, so that no number is given twice.
 */
final class CycleRuns {

  private final Target target;
  private final Watch watch;
  private final List<ProbeRun> runs;
  private final Map<UUID, List<Observed>> observed;

  /**
   * @param runs of the target's epoch, by slot
   * @param observations of those runs
   */
  CycleRuns(Target target, Watch watch, List<ProbeRun> runs, List<Observed> observations) {
    this.target = target;
    this.watch = watch;
    this.runs = runs;
    this.observed = observations.stream().collect(Collectors.groupingBy(Observed::run));
  }

  /**
   * A cycle for each finished run of the watch and for each look of a suspicion, in their order.
   *
   * @param looks what came of looks, by the run that stands for each
   */
  List<CycleObservations> cycles(Map<UUID, Batch> looks) {
    List<CycleObservations> cycles = new ArrayList<>();
    for (ProbeRun run : runs) {
      Optional<Batch> look = Optional.ofNullable(looks.get(run.id()));
      if (run.isOpen() && (isCycle(run) || isOfSuspicion(run))) {
        break;
      }
      if (look.isPresent() || isCycle(run)) {
        CycleObservations cycle = cycle(run, cycles.size());
        cycles.add(look.map(cycle::with).orElse(cycle));
      }
    }
    return cycles;
  }

  private static boolean isOfSuspicion(ProbeRun run) {
    return run.purpose() == Purpose.ESCALATION || run.purpose() == Purpose.CONFIRMATION;
  }

  private boolean isCycle(ProbeRun run) {
    boolean of =
        switch (run.purpose()) {
          case CYCLE, ESCALATION, ASKED -> true;
          case REFERENCE -> run.work() == Work.BORDER;
          case SEARCH, CONFIRMATION -> false;
        };
    return of && watch.works().contains(run.work());
  }

  private CycleObservations cycle(ProbeRun run, long number) {
    ProbeRun.Finished end = run.finished().orElseThrow();
    if (end.outcome() == Outcome.NOT_MEASURED) {
      return CycleObservations.gap(number, run.slot(), end.detail());
    }
    List<Observed> seen = observed.getOrDefault(run.id(), List.of());
    return new CycleObservations(
        number,
        run.slot(),
        Optional.empty(),
        end.outcome() == Outcome.GONE ? Optional.of(end.detail()) : Optional.empty(),
        end.outcome() == Outcome.GONE ? List.of() : arms(seen),
        run.configuration(),
        facts(seen),
        Optional.empty());
  }

  /** The full name of the model that answered; fingerprints differ from call to call. */
  private SortedMap<String, String> facts(List<Observed> seen) {
    String models =
        seen.stream()
            .filter(each -> each.arm().equals(target.subject().arm().name()))
            .flatMap(each -> each.model().stream())
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    SortedMap<String, String> facts = new TreeMap<>();
    if (!models.isEmpty()) {
      facts.put("model", models);
    }
    return facts;
  }

  private List<ArmObservations> arms(List<Observed> seen) {
    List<ArmObservations> arms = new ArrayList<>();
    for (Target.TargetArm arm : target.arms()) {
      if (arm.arm().role() == Role.CANDIDATE) {
        continue; // rehearsed, and no witness
      }
      List<Observed> own =
          seen.stream()
              .filter(each -> each.arm().equals(arm.arm().name()) && each.answered())
              .toList();
      if (!own.isEmpty()) {
        arms.add(
            new ArmObservations(
                role(arm.arm().role()),
                arm.arm().name(),
                families(own),
                tokens(own),
                replies(own),
                measures(own)));
      }
    }
    return arms;
  }

  private static Arm role(Role role) {
    return switch (role) {
      case SUBJECT -> Arm.TARGET;
      case CONTROL -> Arm.CONTROL;
      case BASE -> Arm.BASE;
      case SIBLING -> Arm.SIBLING;
      case CANDIDATE -> throw new IllegalArgumentException("a candidate is no witness");
    };
  }

  private List<FamilyCounts> families(List<Observed> own) {
    if (watch != Watch.TASKS) {
      return List.of();
    }
    List<FamilyCounts> counts = new ArrayList<>();
    for (String family :
        own.stream().map(Observed::family).collect(Collectors.toCollection(TreeSet::new))) {
      long passed = count(own, family, CheckResult.Kind.PASSED);
      long failed = count(own, family, CheckResult.Kind.FAILED);
      if (passed + failed > 0) {
        counts.add(new FamilyCounts(family, passed, failed));
      }
    }
    return counts;
  }

  private static long count(List<Observed> own, String family, CheckResult.Kind kind) {
    return own.stream()
        .filter(each -> each.family().equals(family) && each.checked().equals(Optional.of(kind)))
        .count();
  }

  private List<BorderToken> tokens(List<Observed> own) {
    return own.stream()
        .filter(each -> watch.works().contains(each.work()) && watch == Watch.TOKENS)
        .map(each -> new BorderToken(each.probe(), each.firstToken()))
        .toList();
  }

  /** Of the tripwire alone: vectors of different questions do not compare. */
  static List<LogProbabilities> replies(List<Observed> own) {
    return own.stream()
        .filter(each -> each.work() == Work.TRIPWIRE && !each.logprobs().isEmpty())
        .map(each -> LogProbabilities.of(notAboveZero(each.logprobs())))
        .toList();
  }

  /** Some endpoints round the logarithm of 1 upwards. */
  private static Map<String, Double> notAboveZero(Map<String, Double> logprobs) {
    Map<String, Double> sound = new HashMap<>();
    logprobs.forEach((token, value) -> sound.put(token, Math.min(0, value)));
    return sound;
  }

  private SortedMap<CycleMeasure, Double> measures(List<Observed> own) {
    SortedMap<CycleMeasure, Double> measures = new TreeMap<>();
    if (watch != Watch.TASKS) {
      return measures;
    }
    measures.put(CycleMeasure.LENGTH, geometric(own, each -> Math.max(1, each.answerLength())));
    measures.put(
        CycleMeasure.LATENCY,
        geometric(own, each -> Math.max(.001, each.latencySeconds().orElse(.001))));
    if (own.stream().allMatch(each -> each.cost().filter(cost -> cost.signum() > 0).isPresent())) {
      measures.put(
          CycleMeasure.COST,
          geometric(own, each -> each.cost().map(BigDecimal::doubleValue).orElseThrow()));
    }
    return measures;
  }

  private static double geometric(List<Observed> own, ToDoubleFunction<Observed> value) {
    return Math.exp(
        own.stream().mapToDouble(each -> Math.log(value.applyAsDouble(each))).average().orElse(0));
  }
}
