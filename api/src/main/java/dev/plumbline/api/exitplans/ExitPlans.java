package dev.plumbline.api.exitplans;

import dev.plumbline.api.audit.AuditTrail;
import dev.plumbline.api.audit.AuditedChange;
import dev.plumbline.api.changes.EvidenceRequest;
import dev.plumbline.api.changes.People;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.api.problem.ProblemException;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.lifecycle.exit.ExitProgress;
import dev.plumbline.lifecycle.exit.Move;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Exit plans of the caller's organisation. Each change is one transaction with its entry in the
 * trail; nothing is ever switched.
 */
@ApplicationScoped
public class ExitPlans {

  /** All open plans are worked out for the portfolio. */
  static final int MOST_OPEN = 1_000;

  private final PlanRepository plans;
  private final PlanDesk desk;
  private final Tenancy tenancy;
  private final AuditTrail trail;
  private final Clock clock;

  ExitPlans(PlanRepository plans, PlanDesk desk, Tenancy tenancy, AuditTrail trail, Clock clock) {
    this.plans = plans;
    this.desk = desk;
    this.tenancy = tenancy;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * The most urgent first.
   *
   * @param closed whether those that are over are wanted instead of those that are not
   */
  List<PlanView> list(Caller caller, boolean closed) {
    caller.require(Permissions.PLANS_READ, Optional.empty());
    return desk.portfolio(caller.organisation(), plans.list(caller.organisation(), closed));
  }

  PlanView show(Caller caller, UUID id) {
    PlanEntity row = existing(caller, id);
    caller.require(Permissions.PLANS_READ, Optional.empty());
    return desk.view(row);
  }

  /** Whether somebody plans to leave the model. */
  public boolean isOpen(Organisation organisation, ModelId model) {
    return plans.findOpen(organisation, model.provider().key(), model.canonical()).isPresent();
  }

  /** The open plan of a model, for its own page. */
  public Optional<UUID> findOpen(Caller caller, ModelId model) {
    return plans
        .findOpen(caller.organisation(), model.provider().key(), model.canonical())
        .map(row -> row.id);
  }

  /** Steps of open plans whose last day is over, for other features. */
  @Transactional
  public List<OverdueStep> overdueSteps(Organisation organisation, LocalDate today) {
    List<OverdueStep> overdue = new ArrayList<>();
    for (PlanEntity row : plans.list(organisation, false)) {
      PlanDocument document = plans.document(row);
      document.steps().stream()
          .map(Progress::step)
          .filter(step -> step.isOverdue(today))
          .map(
              step ->
                  new OverdueStep(
                      row.id,
                      row.provider,
                      row.model,
                      step.key(),
                      step.title(),
                      step.owner().or(() -> Optional.ofNullable(document.facts().owner())),
                      step.due()))
          .forEach(overdue::add);
    }
    return overdue;
  }

  /** Begins a plan; 409 when the model has an open one. */
  @Transactional
  PlanView create(Caller caller, ModelId model, PlanFacts facts, List<CandidateFacts> candidates) {
    caller.require(Permissions.PLANS_WRITE, Optional.empty());
    tenancy.enterAlone(caller.organisation());
    String provider = model.provider().key();
    if (plans.findOpen(caller.organisation(), provider, model.canonical()).isPresent()) {
      throw conflict("there is an open plan for " + model, "work on that one, or close it");
    }
    if (plans.countOpen(caller.organisation()) >= MOST_OPEN) {
      throw conflict(
          "there are %d open plans, which is the limit".formatted(MOST_OPEN), "close some");
    }
    PlanEntity row = new PlanEntity();
    row.organisationId = caller.organisation().id();
    row.id = UUID.randomUUID();
    row.provider = provider;
    row.model = model.canonical();
    row.createdBy = caller.actor().name();
    row.createdAt = now();
    row.changedAt = row.createdAt;
    plans.insert(row, desk.draft(caller.organisation(), model, facts, candidates));
    PlanView added = desk.view(row);
    record(caller, AuditedChange.of("exit_plan.created", "exit-plan", row.id).to(added));
    return added;
  }

  /** Replaces what was entered; days of open standard steps follow. */
  @Transactional
  PlanView enter(Caller caller, UUID id, PlanFacts facts) {
    return change(caller, id, "changed", (row, document) -> desk.entered(row, document, facts));
  }

  @Transactional
  PlanView addCandidate(Caller caller, UUID id, CandidateFacts facts) {
    CandidateWork.successor(facts);
    return change(
        caller, id, "candidate_added", (row, document) -> Candidates.added(document, facts));
  }

  @Transactional
  PlanView removeCandidate(Caller caller, UUID id, String key) {
    return change(
        caller, id, "candidate_removed", (row, document) -> Candidates.removed(document, key));
  }

  /** Notes, completes or waives the golden outputs. */
  @Transactional
  PlanView record(Caller caller, UUID id, GoldenRequest request) {
    return change(
        caller,
        id,
        request.isWaiver() ? "golden_waived" : "golden_recorded",
        (row, document) -> {
          if (request.isWaiver()) {
            caller.require(Permissions.PLANS_APPROVE, Optional.empty());
          }
          ExitProgress progress = desk.progress(row, document);
          return moved(
              document,
              progress.record(request.toGoldenSet(() -> People.person(caller), today()), today()),
              after -> document.with(Progress.stored(after.golden())));
        });
  }

  /** Chooses a candidate, which asks for a model change that somebody else approves. */
  @Transactional
  PlanView choose(Caller caller, UUID id, String candidate, String reason) {
    return change(
        caller,
        id,
        "candidate_chosen",
        (row, document) -> desk.chosen(caller, row, document, candidate, reason, now()));
  }

  @Transactional
  PlanView work(Caller caller, UUID id, String step, StepRequest request) {
    return change(
        caller,
        id,
        "step_" + request.verb(),
        (row, document) -> Steps.worked(caller, document, step, request, now()));
  }

  @Transactional
  PlanView addStep(Caller caller, UUID id, StepRequest request) {
    return change(
        caller, id, "step_added", (row, document) -> Steps.added(document, request, today()));
  }

  /** Attaches evidence to the plan, and to the pending change of its choice. */
  @Transactional
  public PlanView attach(Caller caller, UUID id, EvidenceRequest request) {
    return change(
        caller,
        id,
        "evidence_attached",
        (row, document) -> desk.attached(caller, row, document, request, now()));
  }

  /** Notes that people have switched. */
  @Transactional
  PlanView switched(Caller caller, UUID id, SwitchRequest request) {
    return change(
        caller,
        id,
        "switched",
        (row, document) ->
            moved(
                document,
                desk.progress(row, document)
                    .switchOver(request.toRecord(People.person(caller), today()), today()),
                after -> document.with(request.toStored(People.person(caller), today()))));
  }

  /** Notes with every proof that the model is over. */
  @Transactional
  PlanView close(Caller caller, UUID id, ClosureRequest request) {
    return change(
        caller,
        id,
        "closed",
        (row, document) -> {
          PlanDocument after =
              moved(
                  document,
                  desk.progress(row, document).close(request.toClosure(People.person(caller))),
                  made -> document.with(request.toStored(People.person(caller))));
          row.closedAt = now();
          return after;
        });
  }

  private static PlanDocument moved(
      PlanDocument before, Move move, Function<ExitProgress, PlanDocument> after) {
    return move.match(
        after::apply,
        reasons -> {
          throw conflict(String.join("; ", reasons), "do first what is missing");
        });
  }

  /** The same change again changes nothing, and leaves no trace. */
  private PlanView change(
      Caller caller,
      UUID id,
      String verb,
      BiFunction<PlanEntity, PlanDocument, PlanDocument> change) {
    tenancy.enterAlone(caller.organisation());
    PlanEntity row = existing(caller, id);
    caller.require(Permissions.PLANS_WRITE, Optional.empty());
    if (row.closedAt != null) {
      throw conflict("the plan is closed", "begin a new one");
    }
    PlanView before = desk.view(row);
    PlanDocument document = plans.document(row);
    PlanDocument after = change.apply(row, document);
    row.changedAt = now();
    plans.update(row, after);
    PlanView view = desk.view(row);
    if (!view.equals(before)) {
      record(caller, AuditedChange.of("exit_plan." + verb, "exit-plan", id).from(before).to(view));
    }
    return view;
  }

  private PlanEntity existing(Caller caller, UUID id) {
    return plans
        .find(caller.organisation(), id)
        .orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND, "no exit plan " + id).asException());
  }

  static ProblemException conflict(String detail, String remedy) {
    return Problem.of(ErrorCode.CONFLICT, detail).withRemedy(remedy).asException();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private void record(Caller caller, AuditedChange change) {
    trail.record(caller.organisation(), caller.actor(), change);
  }
}
