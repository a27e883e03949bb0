package dev.plumbline.api.exitplans;

import dev.plumbline.api.changes.Changes;
import dev.plumbline.api.changes.EvidenceRequest;
import dev.plumbline.api.changes.NamedModel;
import dev.plumbline.api.changes.People;
import dev.plumbline.api.changes.RecordedChange;
import dev.plumbline.api.deprecations.Calendars;
import dev.plumbline.api.exitplans.PlanDocument.KeyedCandidate;
import dev.plumbline.api.exitplans.PlanDocument.StoredEvidence;
import dev.plumbline.api.exitplans.PlanSubjects.Registry;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.prices.CurrentPrices;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.lifecycle.change.ChangeRequest;
import dev.plumbline.lifecycle.change.Decision;
import dev.plumbline.lifecycle.change.EvidenceLink;
import dev.plumbline.lifecycle.change.Person;
import dev.plumbline.lifecycle.change.RollbackCheck;
import dev.plumbline.lifecycle.exit.Choice;
import dev.plumbline.lifecycle.exit.ExitPlan;
import dev.plumbline.lifecycle.exit.ExitProgress;
import dev.plumbline.lifecycle.exit.GoldenSet;
import dev.plumbline.lifecycle.exit.Portfolio;
import dev.plumbline.lifecycle.exit.Schedule;
import dev.plumbline.lifecycle.exit.StandardSteps;
import dev.plumbline.lifecycle.exit.successor.Successor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Puts plans together from the registry, the calendar, prices and changes of an organisation. */
@ApplicationScoped
class PlanDesk {

  private final PlanRepository plans;
  private final PlanSubjects subjects;
  private final Calendars calendars;
  private final CurrentPrices prices;
  private final Changes changes;
  private final Clock clock;

  PlanDesk(
      PlanRepository plans,
      PlanSubjects subjects,
      Calendars calendars,
      CurrentPrices prices,
      Changes changes,
      Clock clock) {
    this.plans = plans;
    this.subjects = subjects;
    this.calendars = calendars;
    this.prices = prices;
    this.changes = changes;
    this.clock = clock;
  }

  PlanView view(PlanEntity row) {
    Organisation organisation = new Organisation(row.organisationId);
    PlanDocument document = plans.document(row);
    WorkedPlan worked = work(organisation, subjects.of(organisation), row, decision(row));
    return PlanView.of(row.id, worked, document, row.changeId);
  }

  /** In the order of the portfolio. */
  List<PlanView> portfolio(Organisation organisation, List<PlanEntity> rows) {
    Registry registry = subjects.of(organisation);
    Map<UUID, Decision> decisions = decisions(organisation, rows);
    Map<ExitPlan, PlanView> views = new IdentityHashMap<>();
    for (PlanEntity row : rows) {
      Decision decision =
          Optional.ofNullable(row.changeId).map(decisions::get).orElseGet(Decision.Pending::new);
      WorkedPlan worked = work(organisation, registry, row, decision);
      views.put(worked.plan(), PlanView.of(row.id, worked, plans.document(row), row.changeId));
    }
    return Portfolio.sorted(views.keySet()).stream().map(views::get).toList();
  }

  private Map<UUID, Decision> decisions(Organisation organisation, List<PlanEntity> rows) {
    List<UUID> ids = rows.stream().map(row -> row.changeId).filter(Objects::nonNull).toList();
    return changes.findAll(organisation, ids).stream()
        .collect(Collectors.toMap(RecordedChange::id, each -> each.change().decision()));
  }

  private WorkedPlan work(
      Organisation organisation, Registry registry, PlanEntity row, Decision decision) {
    ModelId model = NamedModel.of(row.provider, row.model);
    PlanPrices today = new PlanPrices(prices.costs(), clock.instant());
    return new PlanWork(
            registry.subject(model),
            plans.document(row),
            calendars.of(organisation),
            calendars.classes(organisation),
            today,
            today())
        .plan(decision);
  }

  ExitProgress progress(PlanEntity row, PlanDocument document) {
    return Progress.of(document, decision(row));
  }

  private Decision decision(PlanEntity row) {
    return change(row).map(each -> each.change().decision()).orElseGet(Decision.Pending::new);
  }

  private Optional<RecordedChange> change(PlanEntity row) {
    return Optional.ofNullable(row.changeId)
        .flatMap(id -> changes.find(new Organisation(row.organisationId), id));
  }

  /** A new plan; without candidates those that sources know are proposed. */
  PlanDocument draft(
      Organisation organisation, ModelId model, PlanFacts facts, List<CandidateFacts> candidates) {
    PlanSubject subject = subjects.of(organisation).subject(model);
    Situation situation = Situation.of(subject, facts, today());
    candidates.forEach(CandidateWork::successor);
    List<KeyedCandidate> keyed =
        candidates.isEmpty()
            ? new Proposals(calendars.of(organisation), calendars.classes(organisation), model)
                .all()
            : Candidates.keyed(candidates);
    Optional<String> owner = Optional.ofNullable(facts.owner()).or(subject::owner);
    return new PlanDocument(
        started(facts, situation.schedule()),
        keyed,
        Progress.stored(StandardSteps.of(situation.schedule(), owner)),
        List.of(),
        null,
        null,
        null,
        null);
  }

  /** A plan that begins "today" must not begin anew each day. */
  private static PlanFacts started(PlanFacts facts, Schedule schedule) {
    return facts.start() == null ? facts.startingOn(schedule.start()) : facts;
  }

  PlanDocument entered(PlanEntity row, PlanDocument document, PlanFacts facts) {
    Organisation organisation = new Organisation(row.organisationId);
    PlanSubject subject = subjects.of(organisation).subject(NamedModel.of(row.provider, row.model));
    PlanFacts dated = facts.start() == null ? facts.startingOn(document.facts().start()) : facts;
    Schedule schedule = Situation.of(subject, dated, today()).schedule();
    Optional<String> owner = Optional.ofNullable(facts.owner()).or(subject::owner);
    return document.with(dated).withSteps(Steps.rescheduled(document.steps(), schedule, owner));
  }

  /** Chooses a candidate and asks for the change to it. */
  PlanDocument chosen(
      Caller caller,
      PlanEntity row,
      PlanDocument document,
      String candidate,
      String reason,
      Instant now) {
    Person person = People.person(caller);
    Choice choice = new Choice(candidate, person, now, reason);
    KeyedCandidate wanted = Candidates.find(document, candidate);
    progress(row, document)
        .choose(choice, today())
        .match(
            made -> made,
            reasons -> {
              throw ExitPlans.conflict(String.join("; ", reasons), "do first what is missing");
            });
    endPending(caller, row);
    Successor successor = CandidateWork.successor(wanted.facts());
    Schedule schedule = schedule(row, document);
    row.changeId =
        changes
            .request(
                caller,
                asked(row, successor, reason, schedule),
                Optional.of(row.id),
                evidence(document))
            .id();
    PlanDocument after =
        document.with(
            new PlanDocument.StoredChoice(candidate, Progress.stored(person), now, reason));
    return successor.route().tunes()
        ? Steps.withTuning(after, schedule, Optional.ofNullable(document.facts().owner()))
        : after;
  }

  private Schedule schedule(PlanEntity row, PlanDocument document) {
    PlanSubject subject = PlanSubject.unregistered(NamedModel.of(row.provider, row.model));
    return Situation.of(subject, document.facts(), today()).schedule();
  }

  /** One's own request makes room for another; somebody else's has to be decided first. */
  private void endPending(Caller caller, PlanEntity row) {
    change(row)
        .filter(each -> each.change().decision().isPending())
        .ifPresent(
            each -> {
              if (!each.change().author().isSameAs(People.person(caller))) {
                throw ExitPlans.conflict(
                    "the change that %s asked for is not decided"
                        .formatted(each.change().author().name()),
                    "refuse it first, or have it withdrawn");
              }
              changes.withdraw(caller, each.id(), "another candidate was chosen");
            });
  }

  private static ChangeRequest asked(
      PlanEntity row, Successor successor, String reason, Schedule schedule) {
    return new ChangeRequest(
        "exit plan of " + shortened(row.model),
        NamedModel.of(row.provider, row.model),
        successor.base().map(base -> NamedModel.of(base.provider().key(), base.name())),
        reason,
        schedule.switchDate(),
        RollbackCheck.USUAL_DAYS);
  }

  private static String shortened(String model) {
    return model.length() <= 200 ? model : model.substring(0, 200) + "…";
  }

  /** The recorded golden outputs are evidence, and what people attached. */
  private static List<EvidenceLink> evidence(PlanDocument document) {
    List<EvidenceLink> links = new ArrayList<>();
    if (Progress.of(document, new Decision.Pending()).golden()
        instanceof GoldenSet.Recorded golden) {
      links.add(
          new EvidenceLink(
              "golden outputs",
              Optional.empty(),
              Optional.of(golden.sha256()),
              Optional.of(
                  "%d of %d, recorded on %s"
                      .formatted(golden.count(), golden.wanted(), golden.recordedOn()))));
    }
    document.evidence().forEach(each -> links.add(link(each)));
    return links;
  }

  private static EvidenceLink link(StoredEvidence each) {
    return new EvidenceLink(
        each.name(),
        Optional.ofNullable(each.link()),
        Optional.ofNullable(each.sha256()),
        Optional.ofNullable(each.note()));
  }

  PlanDocument attached(
      Caller caller, PlanEntity row, PlanDocument document, EvidenceRequest request, Instant now) {
    EvidenceLink link = request.toEvidence();
    if (document.evidence().size() >= Candidates.MOST) {
      throw ExitPlans.conflict("a plan has at most 50 pieces of evidence", "join some");
    }
    change(row)
        .filter(each -> each.change().decision().isPending())
        .ifPresent(each -> changes.attach(caller, each.id(), link));
    List<StoredEvidence> all = new ArrayList<>(document.evidence());
    all.add(
        new StoredEvidence(
            link.name(),
            link.link().orElse(null),
            link.sha256().orElse(null),
            link.note().orElse(null),
            Progress.stored(People.named(caller)),
            now));
    return document.withEvidence(all);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
