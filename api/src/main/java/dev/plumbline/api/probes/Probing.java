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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes the runs that are due, within the budget, and carries out those that are open. */
@ApplicationScoped
public class Probing {

  private static final String NO_MONEY =
      "the month's budget is used up; raise it or wait for the next month";

  private final TargetRepository targets;
  private final ProbeRuns runs;
  private final Prober prober;
  private final Suites suites;
  private final AuditTrail trail;
  private final Clock clock;

  Probing(
      TargetRepository targets,
      ProbeRuns runs,
      Prober prober,
      Suites suites,
      AuditTrail trail,
      Clock clock) {
    this.targets = targets;
    this.runs = runs;
    this.prober = prober;
    this.suites = suites;
    this.trail = trail;
    this.clock = clock;
  }

  /** Targets of the organisation that are asked at present. */
  public List<Target> active(Organisation organisation) {
    return targets.all(organisation).stream().filter(Target::isActive).toList();
  }

  /** Everything of a target that is due now; how many runs were carried out. */
  public int carryOut(Organisation organisation, Target target) {
    Instant now = clock.instant();
    Schedule schedule =
        new Schedule(target, runs.since(organisation, target.id(), target.epochAt()), now);
    schedule.due().forEach(due -> add(organisation, target, due, now));
    if (schedule.isSearched()) {
      add(organisation, target, reference(organisation, target), now);
    }
    int done = 0;
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

  /** A run beside the schedule: after a suspicion, from the reserve too. */
  public boolean escalate(
      Organisation organisation, Target target, Work work, Purpose purpose, Instant dueAt) {
    return add(
        organisation,
        target,
        new Schedule.Due(work, purpose, dueAt, List.of(), times(work)),
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
    if (!escalate(caller.organisation(), target, work, Purpose.ESCALATION, now)) {
      throw Problem.of(ErrorCode.CONFLICT, "it was asked for in this moment already").asException();
    }
    ProbeRun run =
        runs.since(caller.organisation(), id, now).stream()
            .filter(each -> each.is(work, Purpose.ESCALATION) && each.slot().equals(now))
            .findFirst()
            .orElseThrow();
    trail.record(
        caller.organisation(),
        caller.actor(),
        AuditedChange.of("drift-target.asked", "drift-target", id).to(RunView.of(run)));
    return run;
  }

  private boolean add(Organisation organisation, Target target, Schedule.Due due, Instant now) {
    ProbeRun run = run(organisation, target, due);
    boolean affordable =
        runs.spent(organisation, target, monthOf(now))
                .plus(run.atMost())
                .compareTo(limit(target, due.purpose()))
            <= 0;
    return runs.add(
        organisation,
        affordable ? run : withEnd(run, new Finished(now, Outcome.NOT_MEASURED, NO_MONEY)));
  }

  private static Instant monthOf(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC)
        .withDayOfMonth(1)
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant();
  }

  /** What follows a suspicion may use the reserve; the rest leaves it alone. */
  private static Money limit(Target target, Purpose purpose) {
    Money month = target.budget().perMonth();
    boolean reserved = purpose == Purpose.ESCALATION || purpose == Purpose.CONFIRMATION;
    return reserved ? month : month.times(new BigDecimal("0.8"));
  }

  private ProbeRun run(Organisation organisation, Target target, Schedule.Due due) {
    ProbeRun draft =
        new ProbeRun(
            UUID.randomUUID(),
            target.id(),
            due.work(),
            due.purpose(),
            due.slot(),
            due.slot(),
            suite(organisation, target, due),
            due.prompts(),
            due.times(),
            0,
            Money.zero(target.budget().perMonth().currency()),
            Optional.empty());
    int calls =
        Call.of(target, draft, draft.suite().map(id -> suites.suite(organisation, id))).size();
    return new ProbeRun(
        draft.id(),
        draft.target(),
        draft.work(),
        draft.purpose(),
        draft.slot(),
        draft.dueAt(),
        draft.suite(),
        draft.prompts(),
        draft.times(),
        calls,
        atMost(target, due, calls),
        Optional.empty());
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

  private static ProbeRun withEnd(ProbeRun run, Finished end) {
    return new ProbeRun(
        run.id(),
        run.target(),
        run.work(),
        run.purpose(),
        run.slot(),
        run.dueAt(),
        run.suite(),
        run.prompts(),
        run.times(),
        run.calls(),
        run.atMost(),
        Optional.of(end));
  }
}
