package dev.plumbline.api.probes;

import dev.plumbline.api.audit.AuditTrail;
import dev.plumbline.api.audit.AuditedChange;
import dev.plumbline.api.costs.CallCosts;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.lists.Listed;
import dev.plumbline.api.lists.Slice;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.api.prices.CurrentPrices;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.api.problem.ProblemException;
import dev.plumbline.api.syncs.AccountAccess;
import dev.plumbline.core.money.Money;
import dev.plumbline.lifecycle.probe.StarterSuites;
import dev.plumbline.lifecycle.probe.plan.Arm;
import dev.plumbline.lifecycle.probe.plan.Cadence;
import dev.plumbline.lifecycle.probe.plan.PlanQuestion;
import dev.plumbline.lifecycle.probe.plan.PlannedStage;
import dev.plumbline.lifecycle.probe.plan.ProbePlan;
import dev.plumbline.lifecycle.probe.plan.ProbePlanner;
import dev.plumbline.lifecycle.probe.plan.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** What a caller does with targets; each change is one transaction with its entry in the trail. */
@ApplicationScoped
public class Targets {

  private static final int MOST = 1_000;
  private static final String SUBJECT = "drift-target";

  private final TargetRepository rows;
  private final Suites suites;
  private final AccountAccess accounts;
  private final CurrentPrices prices;
  private final BilledArms billed;
  private final Tenancy tenancy;
  private final AuditTrail trail;
  private final Clock clock;
  private final SecureRandom seeds = new SecureRandom();

  Targets(
      TargetRepository rows,
      Suites suites,
      AccountAccess accounts,
      CurrentPrices prices,
      BilledArms billed,
      Tenancy tenancy,
      AuditTrail trail,
      Clock clock) {
    this.rows = rows;
    this.suites = suites;
    this.accounts = accounts;
    this.prices = prices;
    this.billed = billed;
    this.tenancy = tenancy;
    this.trail = trail;
    this.clock = clock;
  }

  public Listed<Target> list(Caller caller, Slice slice) {
    caller.require(Permissions.MODELS_READ, Optional.empty());
    return rows.list(caller.organisation(), slice);
  }

  /**
   * @throws ProblemException 404 when there is none of that id
   */
  public Target show(Caller caller, UUID id) {
    caller.require(Permissions.MODELS_READ, Optional.empty());
    return rows.find(caller.organisation(), id).orElseThrow(() -> missing(id));
  }

  /** All targets, for work that happens by itself. */
  public List<Target> all(Organisation organisation) {
    return rows.all(organisation);
  }

  /** What the budget would pay for; nothing is kept and nothing is asked. */
  @Transactional
  public ProbePlan plan(Caller caller, NewTarget wanted) {
    caller.require(Permissions.MODELS_READ, Optional.empty());
    return plan(caller.organisation(), wanted, arms(caller.organisation(), wanted));
  }

  private ProbePlan plan(Organisation organisation, NewTarget wanted, List<Target.TargetArm> arms) {
    var suite =
        wanted
            .suiteId()
            .map(id -> suites.suite(organisation, id))
            .orElseGet(() -> StarterSuites.find(StarterSuites.ALL_TASKS).orElseThrow());
    PlanQuestion question =
        Input.read(
            "arms",
            () ->
                PlanQuestion.of(
                    wanted.budget(), arms.stream().map(Target.TargetArm::arm).toList(), suite));
    CallPrices priced =
        new CallPrices(
            CallCosts.of(prices, organisation), clock.instant(), billed.of(organisation, arms));
    return new ProbePlanner(priced).plan(question);
  }

  private List<Target.TargetArm> arms(Organisation organisation, NewTarget wanted) {
    List<Target.TargetArm> arms = new ArrayList<>();
    for (NewTarget.WantedArm arm : wanted.wantedArms()) {
      AccountAccess.Known account =
          accounts
              .find(organisation, arm.account())
              .orElseThrow(
                  () ->
                      Problem.of(ErrorCode.NOT_FOUND, "no provider account " + arm.account())
                          .atField("arms.account")
                          .asException());
      arms.add(
          new Target.TargetArm(
              new Arm(arm.name(), arm.role(), arm.model(), account.provider()), account.id(), 1));
    }
    return arms;
  }

  /**
   * Adds a target with its schedule; nothing is asked before {@link #start}.
   *
   * @throws ProblemException 409 without a plan, and for a name that is taken
   */
  @Transactional
  public Target add(Caller caller, NewTarget wanted) {
    caller.require(Permissions.MODELS_WRITE, Optional.empty());
    Organisation organisation = caller.organisation();
    List<Target.TargetArm> arms = arms(organisation, wanted);
    ProbePlan.Scheduled plan = scheduled(plan(organisation, wanted, arms));
    UUID suite =
        wanted.suiteId().orElseGet(() -> suites.ofStarter(organisation, StarterSuites.ALL_TASKS));
    tenancy.enterAlone(organisation);
    long others = rows.count(organisation);
    if (others + 1 > Math.min(MOST, plan.budget().targets())) {
      throw Problem.of(
              ErrorCode.CONFLICT,
              "there are %d targets already, and the false pages are shared by %d"
                  .formatted(others, plan.budget().targets()))
          .withRemedy("state in fleet how many targets there will be")
          .asException();
    }
    TargetEntity row = row(caller, wanted, plan, suite);
    rows.insert(row, arms, stages(plan));
    Target added = rows.find(organisation, row.id).orElseThrow();
    record(caller, "created", added);
    return added;
  }

  private static ProbePlan.Scheduled scheduled(ProbePlan plan) {
    return plan.match(
        new ProbePlan.Cases<>() {
          @Override
          public ProbePlan.Scheduled scheduled(ProbePlan.Scheduled scheduled) {
            return scheduled;
          }

          @Override
          public ProbePlan.Scheduled impossible(ProbePlan.Impossible impossible) {
            throw Problem.of(
                    ErrorCode.CONFLICT,
                    "there is no plan: " + String.join("; ", impossible.reasons()))
                .withRemedy("give the model a price or the target more money")
                .asException();
          }
        });
  }

  private TargetEntity row(Caller caller, NewTarget wanted, ProbePlan.Scheduled plan, UUID suite) {
    TargetEntity row = new TargetEntity();
    Instant now = clock.instant();
    row.organisationId = caller.organisation().id();
    row.id = UUID.randomUUID();
    row.name = wanted.soundName();
    row.suiteId = suite;
    row.perMonth = plan.budget().perMonth().toPlainString();
    row.currency = plan.budget().perMonth().currency().getCurrencyCode();
    row.falsePages = plan.budget().falsePages().toPlainString();
    row.fleet = plan.budget().targets();
    row.keepText = wanted.keepsText();
    row.concurrency = wanted.pace().concurrency();
    row.callsPerMinute = wanted.pace().callsPerMinute();
    row.seed = seeds.nextLong();
    row.epoch = 1;
    row.epochAt = now;
    row.createdBy = caller.actor().name();
    row.createdAt = now;
    wanted.wantedTraffic().ifPresent(row::enter);
    return row;
  }

  /** The schedule, and the open questions that are asked once and after a suspicion. */
  private static List<Target.Stage> stages(ProbePlan.Scheduled plan) {
    List<Target.Stage> stages = new ArrayList<>();
    for (PlannedStage stage : plan.stages()) {
      stages.add(
          new Target.Stage(
              stage.work(),
              stage.cadence().every(),
              stage.callsPerCycle() * stage.arms().size(),
              stage.perCycle()));
    }
    if (!plan.reference().isEmpty()) {
      stages.add(
          new Target.Stage(
              Work.OPEN,
              Cadence.WEEKLY.every(),
              plan.reference().stream().mapToLong(each -> each.calls()).sum(),
              plan.reference().stream()
                  .map(each -> each.amount())
                  .reduce(Money::plus)
                  .orElseThrow()));
    }
    return stages;
  }

  /** From now on its model is asked, which costs money. */
  @Transactional
  public Target start(Caller caller, UUID id) {
    return change(
        caller,
        id,
        "started",
        row -> {
          row.pausedAt = null;
          if (row.startedAt == null) {
            row.startedAt = clock.instant();
            row.epochAt = row.startedAt;
          }
        });
  }

  /** Nothing is asked until it is started again. */
  @Transactional
  public Target pause(Caller caller, UUID id) {
    return change(caller, id, "paused", row -> row.pausedAt = clock.instant());
  }

  /** What the model is like from now on is what later answers are compared with. */
  @Transactional
  public Target acceptBaseline(Caller caller, UUID id) {
    return change(
        caller,
        id,
        "baseline-accepted",
        row -> {
          row.epoch++;
          row.epochAt = clock.instant();
        });
  }

  /** How much the model is used, which says what a change costs. */
  @Transactional
  public Target enterTraffic(Caller caller, UUID id, TrafficRequest entered) {
    return change(caller, id, "traffic-entered", row -> row.enter(entered.toTraffic()));
  }

  private Target change(Caller caller, UUID id, String verb, Consumer<TargetEntity> change) {
    caller.require(Permissions.MODELS_WRITE, Optional.empty());
    tenancy.enterAlone(caller.organisation());
    change.accept(rows.row(caller.organisation(), id).orElseThrow(() -> missing(id)));
    rows.flush();
    Target changed = rows.find(caller.organisation(), id).orElseThrow();
    record(caller, verb, changed);
    return changed;
  }

  private static ProblemException missing(UUID id) {
    return Problem.of(ErrorCode.NOT_FOUND, "no drift target " + id).asException();
  }

  private void record(Caller caller, String verb, Target target) {
    trail.record(
        caller.organisation(),
        caller.actor(),
        AuditedChange.of(SUBJECT + "." + verb, SUBJECT, target.id()).to(TargetView.of(target)));
  }
}
