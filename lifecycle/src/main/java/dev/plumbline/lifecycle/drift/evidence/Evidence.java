package dev.plumbline.lifecycle.drift.evidence;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.drift.CycleObservations;
import dev.plumbline.lifecycle.drift.DriftMonitor;
import dev.plumbline.lifecycle.drift.MonitorSettings;
import dev.plumbline.lifecycle.drift.impact.MoneyFigures;
import dev.plumbline.lifecycle.drift.verdict.DriftVerdict;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that the verdicts of one monitor rest on. The verdicts are not part of it: they follow.
 *
 * @param plumbline the version that computed the verdicts
 * @param subject what was watched: target, lineage, SDK and gateway versions
 * @param context what does not enter a verdict: innocent explanations considered, cost of the
 *     probes
 * @param examples answers before and after
 * @param baseline cycles of a time when all was well
 * @param cycles those after it, gaps among them
 * @param money what the last verdict's change costs is computed from; empty where nothing changed
 * @param lifecycle what the calendar knew of the model when the last verdict was told
 * @param knownLimits what the version that wrote it said of its own methods
 */
public record Evidence(
    String plumbline,
    SortedMap<String, String> subject,
    SortedMap<String, String> context,
    List<Example> examples,
    MonitorSettings settings,
    List<CycleObservations> baseline,
    List<CycleObservations> cycles,
    Optional<MoneyFigures> money,
    List<LifecycleFact> lifecycle,
    List<String> knownLimits) {

  /** What every reader has to know, whatever the verdict. */
  public static final List<String> KNOWN_LIMITS =
      List.of(
          "the confirmed tier's bound is proven for exchangeable cycles only",
          "the bound of the onset mixture (signal 'passes') and of the cluster mix is measured,"
              + " not proven",
          "no bound holds for autocorrelated cycles; such signals are labelled",
          "the kernel check after a suspicion also rejects a mixture of backends that moved; it"
              + " never confirms",
          "the border stream bounds the time between false suspicions, not their chance",
          "onset ranges hold nine tenths of the evidence and have no proven coverage");

  public Evidence {
    requireNonNull(plumbline, "plumbline");
    subject = Collections.unmodifiableSortedMap(new TreeMap<>(subject));
    context = Collections.unmodifiableSortedMap(new TreeMap<>(context));
    examples = List.copyOf(examples);
    requireNonNull(settings, "settings");
    baseline = List.copyOf(baseline);
    cycles = List.copyOf(cycles);
    requireNonNull(money, "money");
    lifecycle = List.copyOf(lifecycle);
    knownLimits = List.copyOf(knownLimits);
  }

  /** Evidence of this version, with the limits that it knows. */
  public static Evidence of(
      String plumbline,
      SortedMap<String, String> subject,
      MonitorSettings settings,
      List<CycleObservations> baseline,
      List<CycleObservations> cycles) {
    return new Evidence(
        plumbline,
        subject,
        new TreeMap<>(),
        List.of(),
        settings,
        baseline,
        cycles,
        Optional.empty(),
        List.of(),
        KNOWN_LIMITS);
  }

  /** The same evidence with what does not enter a verdict. */
  public Evidence with(SortedMap<String, String> newContext, List<Example> newExamples) {
    return new Evidence(
        plumbline,
        subject,
        newContext,
        newExamples,
        settings,
        baseline,
        cycles,
        money,
        lifecycle,
        knownLimits);
  }

  /** The same evidence with what the calendar knows of the model. */
  public Evidence with(List<LifecycleFact> facts) {
    return new Evidence(
        plumbline,
        subject,
        context,
        examples,
        settings,
        baseline,
        cycles,
        money,
        facts,
        knownLimits);
  }

  /** The same evidence with what its last change costs. */
  public Evidence with(MoneyFigures figures) {
    return new Evidence(
        plumbline,
        subject,
        context,
        examples,
        settings,
        baseline,
        cycles,
        Optional.of(figures),
        lifecycle,
        knownLimits);
  }

  /** The verdict after each cycle; always the same for the same evidence. */
  public List<DriftVerdict> verdicts() {
    DriftMonitor monitor = new DriftMonitor(settings, baseline);
    return cycles.stream().map(monitor::observe).toList();
  }
}
