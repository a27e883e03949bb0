package dev.plumbline.lifecycle.drift;

import static dev.plumbline.lifecycle.drift.SimulatedService.cycle;
import static dev.plumbline.lifecycle.drift.SimulatedService.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.lifecycle.drift.comparison.KernelTest;
import dev.plumbline.lifecycle.drift.comparison.McNemarTest;
import dev.plumbline.lifecycle.drift.comparison.Permutations;
import dev.plumbline.lifecycle.drift.comparison.PromptSamples;
import dev.plumbline.lifecycle.drift.responses.Symbols;
import dev.plumbline.lifecycle.drift.verdict.AlphaGrant;
import dev.plumbline.lifecycle.drift.verdict.Arm;
import dev.plumbline.lifecycle.drift.verdict.Attribution;
import dev.plumbline.lifecycle.drift.verdict.DriftState;
import dev.plumbline.lifecycle.drift.verdict.DriftVerdict;
import dev.plumbline.lifecycle.drift.verdict.Look;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DriftMonitorTest {

  private static final MonitorSettings SETTINGS =
      MonitorSettings.usual(11, new AlphaGrant(2026, 1, .05), 1e5);

  private final SimulatedService service = new SimulatedService(5, 6);

  @Test
  void noAlarmIsGivenBeforeTwentyCycles() {
    DriftMonitor monitor = new DriftMonitor(SETTINGS, service.cycles(0, 5, .05));

    assertThat(last(monitor, service.cycles(5, 14, .6)).state())
        .isEqualTo(new DriftState.Learning(19));
    assertThat(last(monitor, service.cycles(19, 1, .6)).state().label()).isNotEqualTo("learning");
  }

  @Test
  void aYearOfStableServiceEndsInNoAlarm() {
    DriftMonitor monitor = new DriftMonitor(SETTINGS, service.cycles(0, 30, .05));

    List<DriftVerdict> year = all(monitor, service.cycles(30, 365, .05));

    assertThat(year).allMatch(verdict -> verdict.state() instanceof DriftState.Ok);
    assertThat(year).noneMatch(DriftVerdict::page);
  }

  @Test
  void aChangeIsSuspectedThenConfirmedAndPagesOnce() {
    DriftMonitor monitor = new DriftMonitor(SETTINGS, service.cycles(0, 100, .05));

    all(monitor, service.cycles(100, 20, .05));
    List<DriftVerdict> changed = all(monitor, service.cycles(120, 40, .2));

    assertThat(changed.stream().map(verdict -> verdict.state().label()).distinct())
        .containsExactly("suspected", "confirmed");
    DriftVerdict page =
        changed.stream()
            .filter(DriftVerdict::page)
            .reduce(
                (a, b) -> {
                  throw new AssertionError("paged twice");
                })
            .orElseThrow();
    assertThat(page.onset().orElseThrow().cycle()).isBetween(118L, 123L);
    assertThat(page.attribution()).isEqualTo(Attribution.NOT_ATTRIBUTED);
    assertThat(page.moved()).hasSize(6).anyMatch(moved -> moved.effect().estimate() < -.1);
    assertThat(monitor.state()).isInstanceOf(DriftState.Confirmed.class);
  }

  @Test
  void aBatchSixHoursLaterAtAnotherHourConfirms() {
    DriftMonitor monitor = suspecting();

    DriftVerdict early =
        monitor.observe(quiet(200).with(batch(200, Duration.ZERO, new McNemarTest(40, 2, 200))));
    assertThat(early.state().label()).isEqualTo("suspected");
    assertThat(early.reason()).contains("same hour");

    DriftVerdict later =
        monitor.observe(
            quiet(201).with(batch(201, Duration.ofHours(7), new McNemarTest(40, 2, 200))));
    assertThat(later.state()).isEqualTo(new DriftState.Confirmed(day(201), true));
    assertThat(later.page()).isTrue();
  }

  @Test
  void twoBatchesWithoutAFindingClearTheSuspicionAndSpendTheNextGrant() {
    DriftMonitor monitor = suspecting();
    Batch nothing = batch(200, Duration.ofHours(7), new McNemarTest(5, 4, 200));
    Batch small = batch(201, Duration.ofHours(8), new McNemarTest(60, 12, 2_000));

    assertThat(monitor.observe(quiet(200).with(nothing)).state().label()).isEqualTo("suspected");
    DriftVerdict cleared = monitor.observe(quiet(201).with(small));

    // 48 of 2,000 are 2.4 points: sure, and below the five that matter
    assertThat(cleared.state()).isEqualTo(new DriftState.Cleared(day(201)));
    assertThat(monitor.grant()).isEqualTo(new AlphaGrant(2026, 2, .05));
    assertThat(monitor.observe(quiet(202)).state()).isEqualTo(new DriftState.Ok());
  }

  @Test
  void aKernelCheckAddsToASuspicionOnceAndConfirmsNothing() {
    DriftMonitor monitor = suspecting();

    DriftVerdict checked = monitor.observe(quiet(200).with(kernelCheck(200, "b")));
    assertThat(checked.state().label()).isEqualTo("suspected");
    assertThat(checked.reason()).contains("open answers differ, p = 0.0");
    assertThat(checked.page()).isFalse();

    DriftVerdict again = monitor.observe(quiet(201).with(kernelCheck(201, "a")));
    assertThat(again.reason()).contains("does not count", "open answers differ");
    assertThat(monitor.observe(quiet(202)).reason()).contains("open answers differ");
  }

  @Test
  void aKernelCheckThatFindsNothingSaysSo() {
    assertThat(suspecting().observe(quiet(200).with(kernelCheck(200, "a"))).reason())
        .contains("open answers do not differ, p = 1.000");
  }

  @Test
  void aLookThatCouldNotBeMadeIsToldUntilTheNextOneIs() {
    DriftMonitor monitor = suspecting();
    Batch none = Batch.gap(Look.CONFIRMATION, day(200), "the reserve is used up");

    DriftVerdict gap =
        monitor.observe(CycleObservations.gap(200, day(200), "the reserve is used up").with(none));
    assertThat(gap.state().label()).isEqualTo("suspected");
    assertThat(gap.reason())
        .contains("the confirmation batch could not be made: the reserve is used up");
    assertThat(monitor.observe(quiet(201)).reason()).contains("the reserve is used up");

    DriftVerdict made =
        monitor.observe(
            quiet(202).with(batch(202, Duration.ofHours(7), new McNemarTest(5, 4, 200))));
    assertThat(made.reason()).contains("batch 1 of 2").doesNotContain("reserve");
  }

  @Test
  void aLookThatCouldNotBeMadeIsNoGapOfAModelThatIsNotSuspected() {
    DriftMonitor monitor = new DriftMonitor(SETTINGS, service.cycles(0, 30, .05));
    monitor.observe(quiet(30));

    DriftVerdict verdict =
        monitor.observe(
            CycleObservations.gap(31, day(31), "the reserve is used up")
                .with(Batch.gap(Look.TASKS, day(31), "the reserve is used up")));

    assertThat(verdict.state()).isEqualTo(new DriftState.Ok());
    assertThat(verdict.reason()).contains("the closer look could not be made");
  }

  @Test
  void aControlThatMovesTooSuspendsTheVerdict() {
    List<CycleObservations> baseline = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      baseline.add(both(i, .05, .05));
    }
    DriftMonitor monitor = new DriftMonitor(SETTINGS, baseline);

    DriftVerdict verdict = monitor.observe(both(60, .05, .05));
    for (int i = 61; i < 90; i++) {
      verdict = monitor.observe(both(i, .5, .5));
      assertThat(verdict.page()).isFalse();
    }

    assertThat(verdict.attribution()).isEqualTo(Attribution.HARNESS);
    assertThat(verdict.reason()).contains("suspended");
  }

  @Test
  void aConfigurationThatDiffersBlocksTheConfirmation() {
    List<CycleObservations> baseline =
        service.cycles(0, 100, .05).stream().map(one -> configured(one, "1.0")).toList();
    DriftMonitor monitor = new DriftMonitor(SETTINGS, baseline);

    List<DriftVerdict> verdicts =
        all(
            monitor,
            service.cycles(100, 30, .6).stream().map(one -> configured(one, "1.1")).toList());

    DriftVerdict last = verdicts.get(verdicts.size() - 1);
    assertThat(last.state().label()).isEqualTo("suspected");
    assertThat(last.reason()).contains("the configuration differs: sdk_version");
    assertThat(last.evidence().facts()).hasSize(1);
  }

  @Test
  void aGapIsSeenAndForgetsNothing() {
    DriftMonitor monitor = suspecting();
    DriftState before = monitor.state();

    DriftVerdict gap = monitor.observe(CycleObservations.gap(200, day(200), "budget spent"));

    assertThat(gap.state()).isEqualTo(new DriftState.NotMeasurable("budget spent", before));
    assertThat(monitor.observe(quiet(201)).state().label()).isEqualTo("suspected");
  }

  @Test
  void aShutdownIsNoDrift() {
    DriftMonitor monitor = suspecting();
    CycleObservations gone =
        new CycleObservations(
            200,
            day(200),
            Optional.empty(),
            Optional.of("HTTP 404 model_not_found"),
            List.of(),
            new TreeMap<>(),
            new TreeMap<>(),
            Optional.empty());

    assertThat(monitor.observe(gone).state()).isEqualTo(new DriftState.Gone(day(200)));
    assertThat(monitor.observe(CycleObservations.gap(201, day(201), "no answer")).state().label())
        .isEqualTo("gone");
    assertThat(monitor.observe(quiet(202)).state().label()).isEqualTo("learning");
  }

  @Test
  void theSameCyclesGiveTheSameVerdicts() {
    List<CycleObservations> baseline = service.cycles(0, 30, .1);
    List<CycleObservations> cycles = service.cycles(30, 60, .15);

    assertThat(all(new DriftMonitor(SETTINGS, baseline), cycles))
        .isEqualTo(all(new DriftMonitor(SETTINGS, baseline), cycles));
  }

  @Test
  void aFamilyThatTheBaselineLacksIsRefused() {
    DriftMonitor monitor = new DriftMonitor(SETTINGS, service.cycles(0, 3, .1));

    assertThatThrownBy(
            () -> monitor.observe(cycle(3, new SimulatedService(1, 7).arm(Arm.TARGET, "ft", .1))))
        .hasMessageContaining("'family 6' is not in the baseline");
    assertThatThrownBy(() -> new DriftMonitor(SETTINGS, List.of()))
        .hasMessageContaining("baseline cycle of the target");
  }

  /** A large change after a short history: the mixture sees it, the martingale not yet. */
  private DriftMonitor suspecting() {
    DriftMonitor monitor = new DriftMonitor(SETTINGS, service.cycles(0, 20, .05));
    List<DriftVerdict> verdicts = all(monitor, service.cycles(20, 2, .5));
    assertThat(verdicts.get(1).state().label()).isEqualTo("suspected");
    return monitor;
  }

  private CycleObservations quiet(long number) {
    return cycle(number, service.arm(Arm.TARGET, "ft", .05));
  }

  private CycleObservations both(long number, double target, double control) {
    return cycle(
        number,
        service.arm(Arm.TARGET, "ft", target),
        service.arm(Arm.CONTROL, "control", control));
  }

  private static CycleObservations configured(CycleObservations cycle, String version) {
    return new CycleObservations(
        cycle.number(),
        cycle.at(),
        cycle.gap(),
        cycle.gone(),
        cycle.arms(),
        new TreeMap<>(java.util.Map.of("sdk_version", version)),
        new TreeMap<>(java.util.Map.of("resolved_model", "gpt " + version)),
        cycle.batch());
  }

  private static Batch batch(long number, Duration later, McNemarTest test) {
    return Batch.of(Look.CONFIRMATION, day(number).plus(later), List.of(test));
  }

  /** Ten answers to each of five questions, all alike on each side. */
  private static Batch kernelCheck(long number, String now) {
    List<PromptSamples> samples = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      samples.add(
          new PromptSamples(
              "q" + i,
              Collections.nCopies(10, Symbols.ofText("a")),
              Collections.nCopies(10, Symbols.ofText(now))));
    }
    return Batch.of(
        Look.KERNEL_CHECK, day(number), List.of(KernelTest.of(samples, Permutations.thousand(3))));
  }

  private static DriftVerdict last(DriftMonitor monitor, List<CycleObservations> cycles) {
    List<DriftVerdict> verdicts = all(monitor, cycles);
    return verdicts.get(verdicts.size() - 1);
  }

  private static List<DriftVerdict> all(DriftMonitor monitor, List<CycleObservations> cycles) {
    return cycles.stream().map(monitor::observe).toList();
  }
}
