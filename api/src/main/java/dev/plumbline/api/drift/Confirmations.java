package dev.plumbline.api.drift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.api.probes.Observed;
import dev.plumbline.api.probes.ProbeRun;
import dev.plumbline.api.probes.ProbeRun.Outcome;
import dev.plumbline.api.probes.ProbeRun.Purpose;
import dev.plumbline.api.probes.Target;
import dev.plumbline.lifecycle.drift.Batch;
import dev.plumbline.lifecycle.drift.comparison.Comparison;
import dev.plumbline.lifecycle.drift.comparison.KernelTest;
import dev.plumbline.lifecycle.drift.comparison.Measure;
import dev.plumbline.lifecycle.drift.comparison.PairedValues;
import dev.plumbline.lifecycle.drift.comparison.Permutations;
import dev.plumbline.lifecycle.drift.comparison.PromptSamples;
import dev.plumbline.lifecycle.drift.comparison.SignedRankTest;
import dev.plumbline.lifecycle.drift.responses.Symbols;
import dev.plumbline.lifecycle.drift.verdict.Escalation;
import dev.plumbline.lifecycle.drift.verdict.Look;
import dev.plumbline.lifecycle.probe.check.CheckResult;
import dev.plumbline.lifecycle.probe.check.ProbeJson;
import dev.plumbline.lifecycle.probe.plan.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Fresh answers after a suspicion against those of the baseline: kernel checks and confirmations.
 * Which tests there are is settled by the schedule and not by the answers: passes of tasks and
 * lengths in pairs, open questions as distributions.
 */
final class Confirmations {

  private static final int BASELINE_TASKS = Watch.TASKS.baselineCycles();

  private final Target target;
  private final List<ProbeRun> runs;
  private final List<Observed> own;

  /**
   * @param observations of all works
   */
  Confirmations(Target target, List<ProbeRun> runs, List<Observed> observations) {
    this.target = target;
    this.runs = runs;
    this.own =
        observations.stream()
            .filter(each -> each.arm().equals(target.subject().arm().name()) && each.answered())
            .toList();
  }

  /** What came of looks that have ended, by the run that stands for each; of tasks only gaps. */
  Map<UUID, Batch> batches() {
    Map<UUID, Batch> batches = new HashMap<>();
    for (ProbeRun run : runs) {
      if (!run.isOpen()) {
        look(run).flatMap(look -> batch(look, run)).ifPresent(each -> batches.put(run.id(), each));
      }
    }
    return batches;
  }

  /** The look that the run stands for; empty for a run of the schedule or beside another one. */
  Optional<Look> look(ProbeRun run) {
    if (run.is(Work.TASKS, Purpose.ESCALATION)) {
      return Optional.of(Look.TASKS);
    }
    if (run.is(Work.OPEN, Purpose.ESCALATION)) {
      return Optional.of(Look.KERNEL_CHECK);
    }
    Work standing = target.find(Work.TASKS).isPresent() ? Work.TASKS : Work.OPEN;
    return run.is(standing, Purpose.CONFIRMATION)
        ? Optional.of(Look.CONFIRMATION)
        : Optional.empty();
  }

  /** Looks that were asked for, whatever came of them. */
  List<Escalation.Made> made() {
    return runs.stream()
        .flatMap(run -> look(run).map(look -> new Escalation.Made(look, run.slot())).stream())
        .toList();
  }

  private Optional<Batch> batch(Look look, ProbeRun run) {
    Optional<String> gap = run.notMeasured();
    if (gap.isPresent()) {
      return Optional.of(Batch.gap(look, run.slot(), gap.get()));
    }
    List<Comparison> tests =
        switch (look) {
          case TASKS -> List.of();
          case KERNEL_CHECK -> openQuestions(Purpose.ESCALATION, run.slot()).stream().toList();
          case CONFIRMATION -> tests(run.slot());
        };
    if (tests.isEmpty()) {
      return look == Look.TASKS
          ? Optional.empty()
          : Optional.of(Batch.gap(look, run.slot(), "there are no answers to compare"));
    }
    return Optional.of(Batch.of(look, run.slot(), tests));
  }

  private List<Comparison> tests(Instant slot) {
    List<Comparison> tests = new ArrayList<>();
    Map<String, List<Observed>> before = byProbe(baselineTasks());
    Map<String, List<Observed>> now = byProbe(of(Work.TASKS, Purpose.CONFIRMATION, slot));
    before.keySet().retainAll(now.keySet());
    if (!before.isEmpty()) {
      tests.add(passes(before, now));
      tests.add(lengths(before, now));
    }
    openQuestions(Purpose.CONFIRMATION, slot).ifPresent(tests::add);
    return tests;
  }

  /** The last cycle of the baseline: it asks every question as often as a confirmation does. */
  private List<Observed> baselineTasks() {
    return runs.stream()
        .filter(run -> run.work() == Work.TASKS && run.purpose() == Purpose.CYCLE)
        .filter(run -> run.finished().map(end -> end.outcome() == Outcome.MEASURED).orElse(false))
        .limit(BASELINE_TASKS)
        .reduce((earlier, later) -> later)
        .map(run -> of(Work.TASKS, Purpose.CYCLE, run.slot()))
        .orElse(List.of());
  }

  private List<Observed> of(Work work, Purpose purpose, Instant slot) {
    return own.stream()
        .filter(
            each -> each.work() == work && each.purpose() == purpose && each.slot().equals(slot))
        .toList();
  }

  private static Map<String, List<Observed>> byProbe(List<Observed> some) {
    return some.stream()
        .collect(Collectors.groupingBy(Observed::probe, TreeMap::new, Collectors.toList()));
  }

  /** As often on both sides: only then is the difference of a stable model symmetric. */
  private static SignedRankTest passes(
      Map<String, List<Observed>> before, Map<String, List<Observed>> now) {
    return new SignedRankTest(
        new PairedValues(
            Measure.PASS_RATE,
            before.values().stream().map(Confirmations::passRate).toList(),
            before.keySet().stream()
                .map(probe -> passRate(now.getOrDefault(probe, List.of())))
                .toList()));
  }

  private static double passRate(List<Observed> some) {
    return (double)
            some.stream()
                .filter(each -> each.checked().equals(Optional.of(CheckResult.Kind.PASSED)))
                .count()
        / Math.max(1, some.size());
  }

  private static SignedRankTest lengths(
      Map<String, List<Observed>> before, Map<String, List<Observed>> now) {
    return new SignedRankTest(
        new PairedValues(
            Measure.LENGTH,
            before.values().stream().map(Confirmations::length).toList(),
            before.keySet().stream()
                .map(probe -> length(now.getOrDefault(probe, List.of())))
                .toList()));
  }

  private static double length(List<Observed> some) {
    return Math.max(1, some.stream().mapToInt(Observed::answerLength).average().orElse(1));
  }

  private Optional<Comparison> openQuestions(Purpose purpose, Instant slot) {
    Map<String, List<Observed>> before =
        byProbe(of(Work.OPEN, Purpose.REFERENCE, target.epochAt()));
    Map<String, List<Observed>> now = byProbe(of(Work.OPEN, purpose, slot));
    List<PromptSamples> samples = new ArrayList<>();
    before.forEach(
        (probe, answers) ->
            samples.add(
                new PromptSamples(
                    probe, symbols(answers), symbols(now.getOrDefault(probe, List.of())))));
    boolean comparable =
        samples.stream().anyMatch(each -> each.reference().size() > 1 && each.now().size() > 1);
    return comparable
        ? Optional.of(KernelTest.of(samples, Permutations.thousand(target.seed())))
        : Optional.empty();
  }

  private static List<Symbols> symbols(List<Observed> answers) {
    return answers.stream()
        .flatMap(each -> each.answer().stream())
        .map(answer -> Symbols.ofText(text(answer)))
        .toList();
  }

  /** The text of a stored answer. */
  static String text(String answer) {
    return ProbeJson.find(answer).map(json -> json.path("text")).map(JsonNode::asText).orElse("");
  }
}
