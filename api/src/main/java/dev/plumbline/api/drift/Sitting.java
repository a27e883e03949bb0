package dev.plumbline.api.drift;

import dev.plumbline.api.probes.Observed;
import dev.plumbline.api.probes.Target;
import dev.plumbline.lifecycle.drift.CycleObservations;
import dev.plumbline.lifecycle.drift.DriftMonitor;
import dev.plumbline.lifecycle.drift.MonitorSettings;
import dev.plumbline.lifecycle.drift.evidence.Evidence;
import dev.plumbline.lifecycle.drift.evidence.Example;
import dev.plumbline.lifecycle.drift.sequential.BorderStream;
import dev.plumbline.lifecycle.drift.verdict.AlphaGrant;
import dev.plumbline.lifecycle.drift.verdict.DriftState;
import dev.plumbline.lifecycle.drift.verdict.DriftVerdict;
import dev.plumbline.lifecycle.drift.verdict.OnsetEstimate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One look at one watch: cycles go in, what is to be kept comes out. */
final class Sitting {

  private final Target target;
  private final Watch watch;
  private final List<CycleObservations> baseline;
  private final List<CycleObservations> later;
  private final List<Observed> seen;
  private final String version;
  private final Background background;
  private Optional<DriftState.Suspected> suspicion = Optional.empty();

  Sitting(
      Target target,
      Watch watch,
      List<CycleObservations> cycles,
      List<Observed> seen,
      String version,
      Background background) {
    this.target = target;
    this.watch = watch;
    this.seen = seen;
    this.version = version;
    this.background = background;
    int end = 0;
    int measured = 0;
    while (end < cycles.size() && measured < watch.baselineCycles()) {
      measured += isMeasured(cycles.get(end)) ? 1 : 0;
      end++;
    }
    this.baseline = cycles.subList(0, end);
    this.later = measured < watch.baselineCycles() ? List.of() : cycles.subList(end, cycles.size());
  }

  private boolean isMeasured(CycleObservations cycle) {
    return cycle.gap().isEmpty() && cycle.gone().isEmpty() && !cycle.arms().isEmpty();
  }

  /** One that a closer look could confirm or clear; under another configuration none can. */
  Optional<DriftState.Suspected> suspicion() {
    return suspicion;
  }

  Judged judged(Optional<Standing> known) {
    int cycles = baseline.size() + later.size();
    if (later.isEmpty()) {
      return learning(cycles);
    }
    DriftMonitor monitor = new DriftMonitor(settings(target), baseline);
    int keptBefore = known.map(Standing::cycles).orElse(0);
    String state = "learning";
    String reason = "";
    List<DriftVerdict> news = new ArrayList<>();
    List<Judged.Turn> turns = new ArrayList<>();
    boolean mayBeConfirmed = true;
    for (int i = 0; i < later.size(); i++) {
      DriftState before = monitor.state();
      DriftVerdict verdict = monitor.observe(later.get(i));
      mayBeConfirmed = verdict.evidence().obstacle().isEmpty();
      boolean isNew = baseline.size() + i >= keptBefore;
      boolean turned =
          !verdict.state().label().equals(state)
              || verdict.page()
              || stopped(before, verdict.state());
      state = verdict.state().label();
      reason = verdict.reason();
      if (isNew) {
        news.add(verdict);
      }
      if (isNew && turned && !(state.equals("ok") && turns.isEmpty() && i == 0)) {
        turns.add(turn(verdict, i));
      }
    }
    suspicion =
        monitor.state() instanceof DriftState.Suspected suspected && mayBeConfirmed
            ? Optional.of(suspected)
            : Optional.empty();
    return new Judged(watch, cycles, state, reason, news, turns);
  }

  /** Whether the closer looks came to a stop, which is told as a verdict of its own. */
  private static boolean stopped(DriftState before, DriftState now) {
    return before instanceof DriftState.Suspected earlier
        && now instanceof DriftState.Suspected later
        && later.gap().isPresent()
        && earlier.gap().isEmpty();
  }

  private Judged learning(int cycles) {
    Optional<String> trouble =
        baseline.isEmpty()
            ? Optional.empty()
            : last().gap().or(() -> last().gone().map(why -> "gone: " + why));
    boolean gone = !baseline.isEmpty() && last().gone().isPresent();
    return new Judged(
        watch,
        cycles,
        gone ? "gone" : trouble.isPresent() ? "not_measurable" : "learning",
        trouble.orElseGet(
            () ->
                "%d of %d cycles of the baseline are measured"
                    .formatted(
                        baseline.stream().filter(this::isMeasured).count(),
                        watch.baselineCycles())),
        List.of(),
        List.of());
  }

  private CycleObservations last() {
    return baseline.get(baseline.size() - 1);
  }

  private Judged.Turn turn(DriftVerdict verdict, int cycle) {
    List<Example> examples = examples(verdict);
    Evidence evidence =
        background.added(
            Evidence.of(version, subject(), settings(target), baseline, later.subList(0, cycle + 1))
                .with(context(), examples),
            verdict);
    return new Judged.Turn(
        verdict, examples, evidence.money(), Optional.of(background.file(evidence)));
  }

  private SortedMap<String, String> subject() {
    SortedMap<String, String> subject = new TreeMap<>();
    subject.put("target", target.name());
    subject.put("target id", target.id().toString());
    subject.put("watch", watch.label());
    subject.put("baseline", Integer.toString(target.epoch()));
    target
        .arms()
        .forEach(
            arm ->
                subject.put(
                    "arm " + arm.arm().name(),
                    "%s, %s of %s"
                        .formatted(
                            arm.arm().role().label(),
                            arm.arm().model(),
                            arm.arm().provider().key())));
    return subject;
  }

  private SortedMap<String, String> context() {
    SortedMap<String, String> context = new TreeMap<>();
    context.put(
        "false pages",
        "%s a year over %d targets"
            .formatted(target.budget().falsePages().toPlainString(), target.budget().targets()));
    context.put("budget", target.budget().perMonth() + " a month");
    context.put(
        "innocent explanations",
        "harness and network (control arm), cache, router, prompt change (suites are frozen), time of"
            + " day, load, tokenizer");
    return context;
  }

  /** Answers of the same probes before and since; texts where they are kept. */
  private List<Example> examples(DriftVerdict verdict) {
    Optional<Instant> onset = verdict.onset().map(OnsetEstimate::at);
    return onset.map(at -> new Examples(target, watch, seen).around(at)).orElse(List.of());
  }

  static MonitorSettings settings(Target target) {
    int watches = Watch.of(target).size();
    double alpha = target.budget().alpha() / watches;
    AlphaGrant grant =
        new AlphaGrant(target.epochAt().atZone(ZoneOffset.UTC).getYear(), target.epoch(), alpha);
    long perYear =
        target.stages().stream()
            .filter(stage -> Watch.TOKENS.works().contains(stage.work()))
            .mapToLong(
                stage ->
                    Duration.ofDays(365).dividedBy(stage.every())
                        * Math.max(1, stage.callsPerCycle() / target.arms().size()))
            .sum();
    return MonitorSettings.usual(
        target.seed(), grant, BorderStream.threshold(Math.max(1, perYear), 1 / grant.alpha(), 1));
  }
}
