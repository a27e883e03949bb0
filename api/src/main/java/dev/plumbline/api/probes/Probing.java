package dev.plumbline.api.probes;

import dev.plumbline.api.audit.AuditTrail;
import dev.plumbline.api.audit.AuditedChange;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.probes.ProbeRun.Finished;
import dev.plumbline.api.probes.ProbeRun.Outcome;
import dev.plumbline.api.probes.ProbeRun.Purpose;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.api.problem.ProblemException;
import dev.plumbline.core.money.Money;
import dev.plumbline.lifecycle.probe.BorderSearch;
import dev.plumbline.lifecycle.probe.StarterSuites;
import dev.plumbline.lifecycle.probe.plan.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Makes the runs that are due, within the budget, and carries out those that are open. */
@ApplicationScoped
public class Probing {

  private static final String NO_MONEY =
      "the month's budget is used up; raise it or wait for the next month";

  private static final String NO_RESERVE =
      "the reserve for suspicions, a fifth of a year's budget, is used up; raise the budget or wait"
          + " until a year has passed since it was spent";

  private static final BigDecimal BESIDE_RESERVE = new BigDecimal("0.8");

  /** The reserve is planned for a year; what a suspicion spends comes back a year later. */
  private static final Duration YEAR = Duration.ofDays(365);

  private final TargetRepository targets;
  private final ProbeRuns runs;
  private final Prober prober;
  private final Suites suites;
  private final AuditTrail trail;
  private final Configurations configurations;
  private final Clock clock;

  Probing(
      TargetRepository targets,
      ProbeRuns runs,
      Prober prober,
      Suites suites,
      AuditTrail trail,
      Configurations configurations,
      Clock clock) {
    this.targets = targets;
    this.runs = runs;
    this.prober = prober;
    this.suites = suites;
    this.trail = trail;
    this.configurations = configurations;
    this.clock = clock;
  }

  /** Targets of the organisation that are asked at present. */
  public List<Target> active(Organisation organisation) {
    return targets.all(organisation).stream().filter(Target::isActive).toList();
  }

  /** Everything of a target that is due now; how many runs came to their end, without money too. */
  public int carryOut(Organisation organisation, Target target) {
    Instant now = clock.instant();
    Schedule schedule =
        new Schedule(target, runs.since(organisation, target.id(), target.epochAt()), now);
    List<Schedule.Due> allDue = new ArrayList<>(schedule.due());
    if (schedule.isSearched()) {
      allDue.add(reference(organisation, target));
    }
    int done = 0;
    for (Schedule.Due due : allDue) {
      done += add(organisation, target, due, now).filter(run -> !run.isOpen()).isPresent() ? 1 : 0;
    }
    for (ProbeRun run : runs.since(organisation, target.id(), target.epochAt())) {
      if (run.isOpen() && !run.dueAt().isAfter(now)) {
        done += prober.carryOut(organisation, target, run) ? 1 : 0;
      }
    }
    return done;
  }

  private Schedule.Due reference(Organisation organisation, Target target) {
    List<BorderSearch.Tried> tried = new ArrayList<>();
    runs.searched(organisation, target.id(), target.epochAt())
        .forEach(
            (probe, tokens) ->
                tried.add(new BorderSearch.Tried(probe.substring("border-".length()), tokens)));
    return new Schedule.Due(
        Work.BORDER,
        Purpose.REFERENCE,
        target.epochAt(),
        BorderSearch.found(tried),
        BorderSearch.REFERENCE_CALLS);
  }

  /**
   * A run beside the schedule; empty when there is one for the slot. One that would exceed its
   * money has come to its end and says so.
   *
   * @param slot when it is asked, or the beginning of the cycle that is running
   */
  public Optional<ProbeRun> escalate(
      Organisation organisation, Target target, Work work, Purpose purpose, Instant slot) {
    return add(
        organisation,
        target,
        new Schedule.Due(work, purpose, slot, List.of(), times(work)),
        clock.instant());
  }

  /** As the schedule asks it. */
  private static int times(Work work) {
    return switch (work) {
      case TRIPWIRE, BORDER -> 1;
      case TASKS -> 0; // as often as its family needs
      case OPEN -> 10;
    };
  }

  /**
   * Asks beside the schedule because somebody wants it; carried out with the next look.
   *
   * @throws ProblemException 409 for a target that is not started, and for the same again
   */
  @Transactional
  public ProbeRun ask(Caller caller, UUID id, Work work) {
    caller.require(Permissions.MODELS_WRITE, Optional.empty());
    Target target =
        targets
            .find(caller.organisation(), id)
            .orElseThrow(
                () -> Problem.of(ErrorCode.NOT_FOUND, "no drift target " + id).asException());
    if (!target.isActive() || target.find(work).isEmpty() || work == Work.BORDER) {
      throw Problem.of(
              ErrorCode.CONFLICT,
              "the target is not started, or %s is not in its schedule".formatted(work.words()))
          .withRemedy("start it, or ask for another work of its schedule")
          .asException();
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    ProbeRun run =
        escalate(caller.organisation(), target, work, Purpose.ASKED, now)
            .orElseThrow(
                () ->
                    Problem.of(ErrorCode.CONFLICT, "it was asked for in this moment already")
                        .asException());
    trail.record(
        caller.organisation(),
        caller.actor(),
        AuditedChange.of("drift-target.asked", "drift-target", id).to(RunView.of(run)));
    return run;
  }

  private Optional<ProbeRun> add(
      Organisation organisation, Target target, Schedule.Due due, Instant now) {
    ProbeRun draft = run(organisation, target, due, now);
    ProbeRun run =
        refusal(organisation, target, draft, now)
            .map(why -> draft.with(new Finished(now, Outcome.NOT_MEASURED, why)))
            .orElse(draft);
    return runs.add(organisation, run) ? Optional.of(run) : Optional.empty();
  }

  /**
   * Why there is no money for a run. The month's budget binds all of them; a suspicion spends the
   * reserve, and the schedule what is beside it.
   */
  private Optional<String> refusal(
      Organisation organisation, Target target, ProbeRun run, Instant now) {
    Money month = target.budget().perMonth();
    Money more = run.atMost().plus(runs.promised(organisation, target, Purpose.OF_SUSPICIONS));
    boolean overReserve =
        Purpose.OF_SUSPICIONS.contains(run.purpose())
            && runs.spent(organisation, target, now.minus(YEAR), Purpose.OF_SUSPICIONS)
                    .plus(more)
                    .compareTo(target.budget().reservePerYear())
                > 0;
    if (overReserve) {
      return Optional.of(NO_RESERVE);
    }
    boolean overSchedule =
        Purpose.OF_SCHEDULE.contains(run.purpose())
            && runs.spent(organisation, target, monthOf(now), Purpose.OF_SCHEDULE)
                    .plus(run.atMost())
                    .compareTo(month.times(BESIDE_RESERVE))
                > 0;
    boolean overMonth =
        runs.spent(organisation, target, monthOf(now)).plus(more).compareTo(month) > 0;
    return overSchedule || overMonth ? Optional.of(NO_MONEY) : Optional.empty();
  }

  private static Instant monthOf(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC)
        .withDayOfMonth(1)
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant();
  }

  /** Beside the schedule from now on, so that it stands behind what was judged before. */
  private static Instant dueAt(Schedule.Due due, Instant now) {
    boolean late = !Purpose.OF_SCHEDULE.contains(due.purpose()) && due.slot().isBefore(now);
    return late ? now : due.slot();
  }

  private ProbeRun run(Organisation organisation, Target target, Schedule.Due due, Instant now) {
    ProbeRun draft =
        new ProbeRun(
            UUID.randomUUID(),
            target.id(),
            due.work(),
            due.purpose(),
            due.slot(),
            dueAt(due, now),
            suite(organisation, target, due),
            due.prompts(),
            due.times(),
            0,
            Money.zero(target.budget().perMonth().currency()),
            new TreeMap<>(),
            Optional.empty());
    List<Call> calls =
        Call.of(target, draft, draft.suite().map(id -> suites.suite(organisation, id)));
    return draft.with(
        calls.size(),
        atMost(target, due, calls.size()),
        configurations.of(organisation, target, draft, calls));
  }

  /** Of as many calls as a cycle of that work has, each as dear as the dearest plan says. */
  private static Money atMost(Target target, Schedule.Due due, int calls) {
    Money none = Money.zero(target.budget().perMonth().currency());
    if (calls == 0) {
      return none;
    }
    return target
        .find(due.work())
        .map(
            stage -> {
              BigDecimal cycle = BigDecimal.valueOf(stage.callsPerCycle());
              return new Money(
                  none.currency(),
                  stage
                      .perCycle()
                      .amount()
                      .multiply(BigDecimal.valueOf(calls))
                      .divide(cycle, 12, RoundingMode.CEILING));
            })
        .orElse(none);
  }

  private Optional<UUID> suite(Organisation organisation, Target target, Schedule.Due due) {
    return switch (due.work()) {
      case TASKS -> Optional.of(target.suite());
      case TRIPWIRE -> Optional.of(suites.ofStarter(organisation, StarterSuites.TRIPWIRE));
      case OPEN -> Optional.of(suites.ofStarter(organisation, StarterSuites.OPEN));
      case BORDER -> Optional.empty();
    };
  }
}
