package dev.plumbline.api.drift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.api.probes.Observed;
import dev.plumbline.api.probes.ProbeRun;
import dev.plumbline.api.probes.ProbeRun.Outcome;
import dev.plumbline.api.probes.ProbeRun.Purpose;
import dev.plumbline.api.probes.Target;
import dev.plumbline.lifecycle.drift.ConfirmationBatch;
import dev.plumbline.lifecycle.drift.comparison.Comparison;
import dev.plumbline.lifecycle.drift.comparison.KernelTest;
import dev.plumbline.lifecycle.drift.comparison.Measure;
import dev.plumbline.lifecycle.drift.comparison.PairedValues;
import dev.plumbline.lifecycle.drift.comparison.Permutations;
import dev.plumbline.lifecycle.drift.comparison.PromptSamples;
import dev.plumbline.lifecycle.drift.comparison.SignedRankTest;
import dev.plumbline.lifecycle.drift.responses.Symbols;
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
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Fresh answers after a suspicion against those of the baseline. Which tests there are is settled
 * by the schedule and not by the answers: passes of tasks and lengths in pairs, open questions as
 * distributions.
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

  /** Batches by the slot of their runs; none where the answers allow no test. */
  Map<Instant, ConfirmationBatch> batches() {
    Map<Instant, ConfirmationBatch> batches = new HashMap<>();
    TreeSet<Instant> slots =
        runs.stream()
            .filter(run -> run.purpose() == Purpose.CONFIRMATION)
            .map(ProbeRun::slot)
            .collect(Collectors.toCollection(TreeSet::new));
    for (Instant slot : slots) {
      List<Comparison> tests = tests(slot);
      if (!tests.isEmpty()) {
        batches.put(slot, new ConfirmationBatch(slot, tests));
      }
    }
    return batches;
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
    openQuestions(slot).ifPresent(tests::add);
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

  private Optional<Comparison> openQuestions(Instant slot) {
    Map<String, List<Observed>> before =
        byProbe(of(Work.OPEN, Purpose.REFERENCE, target.epochAt()));
    Map<String, List<Observed>> now = byProbe(of(Work.OPEN, Purpose.CONFIRMATION, slot));
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
