package dev.plumbline.api.drift;

import dev.plumbline.api.probes.Observed;
import dev.plumbline.api.probes.ProbeRun;
import dev.plumbline.api.probes.ProbeRun.Outcome;
import dev.plumbline.api.probes.ProbeRun.Purpose;
import dev.plumbline.api.probes.Target;
import dev.plumbline.api.providers.simulator.SimulatedService;
import dev.plumbline.core.model.Provider;
import dev.plumbline.core.money.Money;
import dev.plumbline.lifecycle.drift.Batch;
import dev.plumbline.lifecycle.drift.verdict.Escalation;
import dev.plumbline.lifecycle.drift.verdict.Look;
import dev.plumbline.lifecycle.probe.Probe;
import dev.plumbline.lifecycle.probe.ProbeSuite;
import dev.plumbline.lifecycle.probe.StarterSuites;
import dev.plumbline.lifecycle.probe.check.CheckResult;
import dev.plumbline.lifecycle.probe.plan.Arm;
import dev.plumbline.lifecycle.probe.plan.CycleCalls;
import dev.plumbline.lifecycle.probe.plan.ProbeBudget;
import dev.plumbline.lifecycle.probe.plan.Work;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A target in simulated time: tripwire each hour, border prompts and tasks each day, and what a
 * suspicion asks for, all on a subject and a control; judged by the classes of the product.
 */
final class WatchedService {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final ProbeSuite TASKS = StarterSuites.find(StarterSuites.ALL_TASKS).orElseThrow();
  private static final ProbeSuite OPEN = StarterSuites.find(StarterSuites.OPEN).orElseThrow();
  private static final Money CENT = Money.usd("0.01");

  private final Map<String, SimulatedService> services;
  private final Target target;
  private final List<ProbeRun> runs = new ArrayList<>();
  private final List<Observed> observations = new ArrayList<>();
  private final Set<Purpose> looks = Set.of(Purpose.ESCALATION, Purpose.CONFIRMATION);
  private SortedMap<String, String> configuration = new TreeMap<>(Map.of("sdk", "1.0"));
  private int reserve = Integer.MAX_VALUE;
  private Instant now = START;

  WatchedService(SimulatedService subject, SimulatedService control) {
    this.services = Map.of("subject", subject, "control", control);
    UUID account = new UUID(0, 1);
    this.target =
        new Target(
            new UUID(0, 2),
            "story",
            new UUID(0, 3),
            new ProbeBudget(Money.usd("100"), BigDecimal.ONE, 20),
            List.of(
                new Target.TargetArm(
                    new Arm("subject", Arm.Role.SUBJECT, subject.model(), Provider.OPENAI),
                    account,
                    1),
                new Target.TargetArm(
                    new Arm("control", Arm.Role.CONTROL, control.model(), Provider.OPENAI),
                    account,
                    1)),
            List.of(
                new Target.Stage(Work.TRIPWIRE, Duration.ofHours(1), 2, CENT),
                new Target.Stage(Work.BORDER, Duration.ofDays(1), 40, CENT),
                new Target.Stage(Work.TASKS, Duration.ofDays(1), 252, CENT),
                new Target.Stage(Work.OPEN, Duration.ofDays(7), 500, CENT)),
            true,
            Target.Pace.USUAL,
            42,
            1,
            START,
            START,
            Optional.of(START),
            Optional.empty(),
            Optional.empty());
    border(Purpose.REFERENCE, START, 100);
    open(Purpose.REFERENCE, START);
  }

  Target target() {
    return target;
  }

  /** Lives through days of schedule. */
  void days(int days) {
    hours(24 * days);
  }

  private void hours(int hours) {
    for (int i = 0; i < hours; i++) {
      if (now.equals(now.truncatedTo(ChronoUnit.DAYS))) {
        border(Purpose.CYCLE, now, 1);
        tasks(Purpose.CYCLE, now);
      }
      tripwire(now);
      now = now.plus(Duration.ofHours(1));
    }
  }

  /**
   * Days with what a suspicion asks for; the states at their ends, by watch. A new suspicion is
   * judged every hour, as the job does.
   */
  Map<Watch, List<String>> watchedDays(int days) {
    Map<Watch, List<String>> states = new HashMap<>();
    for (int day = 0; day < days; day++) {
      int hourly = isSuspected() && looks().size() < 8 ? 8 : 0;
      for (int i = 0; i < hourly; i++) {
        hours(1);
        judged(Integer.MAX_VALUE);
      }
      hours(24 - hourly);
      judged(Integer.MAX_VALUE)
          .forEach(
              (watch, judged) ->
                  states.computeIfAbsent(watch, none -> new ArrayList<>()).add(judged.state()));
    }
    return states;
  }

  private boolean isSuspected() {
    return judged(Integer.MAX_VALUE).values().stream()
        .anyMatch(judged -> judged.state().equals("suspected"));
  }

  /** Judges everything so far, and asks for a closer look where there is a suspicion. */
  Map<Watch, Judged> judged() {
    return judged(0);
  }

  /**
   * @param known cycles whose verdicts are not told again
   */
  private Map<Watch, Judged> judged(int known) {
    runs.sort(Comparator.comparing(ProbeRun::dueAt).thenComparing(run -> run.work().label()));
    Confirmations confirmations = new Confirmations(target, runs, observations);
    List<Escalation.Made> made = new ArrayList<>(confirmations.made());
    Map<Watch, Judged> judged = new HashMap<>();
    Map<UUID, Batch> looks = confirmations.batches();
    for (Watch watch : Watch.of(target)) {
      Sitting sitting =
          new Sitting(
              target,
              watch,
              new CycleRuns(target, watch, runs, observations).cycles(looks),
              observations,
              "test",
              (evidence, verdict) -> evidence);
      judged.put(
          watch,
          sitting.judged(Optional.of(new Standing(target.id(), watch, 1, known, "", "", START))));
      Instant judgedAt = now.minus(Duration.ofMinutes(30));
      sitting
          .suspicion()
          .flatMap(each -> Judge.next(target, each, List.copyOf(made), judgedAt))
          .ifPresent(made::add);
    }
    made.stream().filter(look -> !confirmations.made().contains(look)).forEach(this::lookCloser);
    return judged;
  }

  private void lookCloser(Escalation.Made look) {
    Purpose purpose = look.look() == Look.CONFIRMATION ? Purpose.CONFIRMATION : Purpose.ESCALATION;
    for (Work work : Judge.works(target, look.look())) {
      if (reserve < 1) {
        runs.add(refused(work, purpose, look.slot()));
      } else if (work == Work.TASKS) {
        tasks(purpose, look.slot());
      } else {
        open(purpose, look.slot());
      }
    }
    reserve--;
  }

  /** From now on so many looks are paid for. */
  void reserveBecomes(int looks) {
    reserve = looks;
  }

  /** What was asked beside the schedule, in its order. */
  List<String> looks() {
    return runs.stream()
        .sorted(Comparator.comparing(ProbeRun::dueAt).thenComparing(run -> run.work().label()))
        .filter(run -> looks.contains(run.purpose()))
        .map(run -> run.purpose().label() + " " + run.work().label())
        .toList();
  }

  private void tripwire(Instant slot) {
    UUID run = run(Work.TRIPWIRE, Purpose.CYCLE, slot);
    services.forEach(
        (arm, service) ->
            add(run, Work.TRIPWIRE, Purpose.CYCLE, slot, arm, "tripwire-1", "tripwire", service));
  }

  private void border(Purpose purpose, Instant slot, int times) {
    UUID run = run(Work.BORDER, purpose, slot);
    services.forEach(
        (arm, service) -> {
          for (String prompt : service.border()) {
            for (int i = 0; i < times; i++) {
              add(run, Work.BORDER, purpose, slot, arm, prompt, "border", service);
            }
          }
        });
  }

  private void tasks(Purpose purpose, Instant slot) {
    UUID run = run(Work.TASKS, purpose, slot);
    services.forEach(
        (arm, service) ->
            CycleCalls.ofTasks(TASKS)
                .forEach(
                    (probe, times) -> {
                      for (int i = 0; i < times; i++) {
                        add(
                            run,
                            Work.TASKS,
                            purpose,
                            slot,
                            arm,
                            probe.id(),
                            probe.family(),
                            service);
                      }
                    }));
  }

  private void open(Purpose purpose, Instant slot) {
    UUID run = run(Work.OPEN, purpose, slot);
    services.forEach(
        (arm, service) -> {
          for (Probe probe : OPEN.probes()) {
            for (int i = 0; i < 10; i++) {
              add(run, Work.OPEN, purpose, slot, arm, probe.id(), probe.family(), service);
            }
          }
        });
  }

  private UUID run(Work work, Purpose purpose, Instant slot) {
    boolean gone = !services.get("subject").isAlive();
    ProbeRun run =
        run(
            work,
            purpose,
            slot,
            new ProbeRun.Finished(
                slot,
                gone ? Outcome.GONE : Outcome.MEASURED,
                gone ? "status 404 model_not_found" : ""));
    runs.add(run);
    return run.id();
  }

  private ProbeRun refused(Work work, Purpose purpose, Instant slot) {
    return run(
        work,
        purpose,
        slot,
        new ProbeRun.Finished(slot, Outcome.NOT_MEASURED, "the reserve is used up"));
  }

  private ProbeRun run(Work work, Purpose purpose, Instant slot, ProbeRun.Finished end) {
    return new ProbeRun(
        new UUID(1, runs.size()),
        target.id(),
        work,
        purpose,
        slot,
        looks.contains(purpose) ? slot.plus(Duration.ofMinutes(30)) : slot,
        work == Work.BORDER ? Optional.empty() : Optional.of(target.suite()),
        List.of(),
        1,
        1,
        CENT,
        configuration,
        Optional.of(end));
  }

  /** From now on is asked with another version of the SDK. */
  void sdkBecomes(String version) {
    configuration = new TreeMap<>(Map.of("sdk", version));
  }

  private void add(
      UUID run,
      Work work,
      Purpose purpose,
      Instant slot,
      String arm,
      String probe,
      String family,
      SimulatedService service) {
    if (!service.isAlive()) {
      return;
    }
    boolean tasks = work == Work.TASKS;
    observations.add(
        new Observed(
            run,
            work,
            purpose,
            slot,
            observations.size(),
            arm,
            probe,
            family,
            slot,
            true,
            tasks
                ? Optional.of(service.passes() ? CheckResult.Kind.PASSED : CheckResult.Kind.FAILED)
                : Optional.empty(),
            "",
            work == Work.OPEN
                ? Optional.of("{\"text\":\"" + service.open() + "\"}")
                : Optional.empty(),
            tasks ? service.length() : 1,
            tasks ? "" : service.firstToken(probe),
            work == Work.TRIPWIRE ? service.logprobs() : Map.of(),
            Optional.of(service.model()),
            Optional.empty(),
            OptionalDouble.of(service.seconds()),
            Optional.empty()));
  }
}
