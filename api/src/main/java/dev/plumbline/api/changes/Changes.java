package dev.plumbline.api.changes;

import dev.plumbline.api.audit.AuditTrail;
import dev.plumbline.api.audit.AuditedChange;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.api.problem.ProblemException;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.lifecycle.change.Approval;
import dev.plumbline.lifecycle.change.ChangeRequest;
import dev.plumbline.lifecycle.change.Decision;
import dev.plumbline.lifecycle.change.EvidenceLink;
import dev.plumbline.lifecycle.change.ModelChange;
import dev.plumbline.lifecycle.change.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Changes of model of the caller's organisation: one person asks, another approves, and each step
 * leaves an event and an entry in the trail. Nothing is switched here.
 */
@ApplicationScoped
public class Changes {

  static final long MOST = 20_000;
  private static final int MOST_EVENTS = 200;
  private static final int MOST_PENDING = 500;
  private static final String SUBJECT = "model-change";

  private final ChangeRepository changes;
  private final Rollbacks rollbacks;
  private final Tenancy tenancy;
  private final AuditTrail trail;
  private final Clock clock;

  Changes(
      ChangeRepository changes,
      Rollbacks rollbacks,
      Tenancy tenancy,
      AuditTrail trail,
      Clock clock) {
    this.changes = changes;
    this.rollbacks = rollbacks;
    this.tenancy = tenancy;
    this.trail = trail;
    this.clock = clock;
  }

  List<ChangeView> list(Caller caller, int limit, int page) {
    caller.require(Permissions.PLANS_READ, Optional.empty());
    Rollbacks.Known known = rollbacks.known(caller.organisation());
    return changes.list(caller.organisation(), limit, page).stream()
        .map(each -> view(known, each))
        .toList();
  }

  ChangeView show(Caller caller, UUID id) {
    RecordedChange found = existing(caller.organisation(), id);
    caller.require(Permissions.PLANS_READ, Optional.empty());
    return view(caller.organisation(), found);
  }

  /** One with who asked for it, for people. */
  RecordedChange recorded(Caller caller, UUID id) {
    RecordedChange found = existing(caller.organisation(), id);
    caller.require(Permissions.PLANS_READ, Optional.empty());
    return found;
  }

  public Optional<RecordedChange> find(Organisation organisation, UUID id) {
    return changes.find(organisation, id);
  }

  /** The newest that asks for just this move in this place, decided or not. */
  public Optional<RecordedChange> findNewest(
      Organisation organisation, String place, ModelId from, ModelId to) {
    return changes.findNewest(organisation, place, from, to);
  }

  /** The oldest of those that nobody has decided; for other features. */
  public List<RecordedChange> pending(Organisation organisation) {
    return changes.pending(organisation, MOST_PENDING);
  }

  /** Those of the ids that there are, in no order. */
  public List<RecordedChange> findAll(Organisation organisation, Collection<UUID> ids) {
    return changes.findAll(organisation, ids);
  }

  /** As it is published, with whether one could go back today. */
  public ChangeView view(Organisation organisation, RecordedChange change) {
    return view(rollbacks.known(organisation), change);
  }

  private ChangeView view(Rollbacks.Known known, RecordedChange change) {
    return ChangeView.of(change, known.check(change.change()), clock.instant());
  }

  /**
   * Asks for a change.
   *
   * @param plan the exit plan that it comes from
   * @param evidence what speaks for it already
   */
  @Transactional
  public RecordedChange request(
      Caller caller, ChangeRequest wanted, Optional<UUID> plan, List<EvidenceLink> evidence) {
    caller.require(Permissions.PLANS_WRITE, Optional.empty());
    Person author = People.person(caller);
    tenancy.enterAlone(caller.organisation());
    if (changes.count(caller.organisation()) >= MOST) {
      throw conflict("there are %d changes, which is the limit".formatted(MOST), "ask an operator");
    }
    Instant now = now();
    RecordedChange added =
        changes.add(caller.organisation(), ModelChange.requested(wanted, author, now), plan);
    for (EvidenceLink link : evidence) {
      added =
          changes.append(
              caller.organisation(),
              added,
              new ChangeEvent(EventKind.EVIDENCE, now, author, EventDetail.of(link)));
    }
    record(
        caller,
        AuditedChange.of("model_change.requested", SUBJECT, added.id())
            .to(view(caller.organisation(), added)));
    return added;
  }

  /** Attaches what proves that the change does no harm; only while nobody has decided. */
  @Transactional
  public ChangeView attach(Caller caller, UUID id, EvidenceLink link) {
    RecordedChange before = pending(caller, id, Permissions.PLANS_WRITE);
    return appended(
        caller,
        before,
        new ChangeEvent(EventKind.EVIDENCE, now(), People.named(caller), EventDetail.of(link)));
  }

  /** Somebody who may approve answers for an objection until a day. */
  @Transactional
  public ChangeView waive(Caller caller, UUID id, WaiverRequest request) {
    RecordedChange before = pending(caller, id, Permissions.PLANS_APPROVE);
    Person by = People.person(caller);
    EventDetail detail = EventDetail.of(request.toWaiver(by));
    return appended(caller, before, new ChangeEvent(EventKind.WAIVER, now(), by, detail));
  }

  private RecordedChange pending(Caller caller, UUID id, String permission) {
    RecordedChange found = alone(caller, id, permission);
    if (!found.change().decision().isPending()) {
      throw conflict("it is decided already", "ask for a new change");
    }
    if (found.events().size() >= MOST_EVENTS) {
      throw conflict("it has %d events, which is the limit".formatted(MOST_EVENTS), "ask anew");
    }
    return found;
  }

  /** Says yes; 409 with every reason that stands against it. */
  @Transactional
  public ChangeView approve(Caller caller, UUID id, String note) {
    RecordedChange before = alone(caller, id, Permissions.PLANS_APPROVE);
    Person by = People.person(caller);
    Instant now = now();
    var rollback = rollbacks.known(caller.organisation()).check(before.change());
    ModelChange after = decided(before.change().approve(by, now, note, rollback));
    var approved = (Decision.Approved) after.decision();
    return appended(
        caller,
        before,
        new ChangeEvent(EventKind.APPROVED, now, by, EventDetail.of(note, approved.objections())));
  }

  /** Says no. */
  @Transactional
  public ChangeView refuse(Caller caller, UUID id, String reason) {
    RecordedChange before = alone(caller, id, Permissions.PLANS_APPROVE);
    Person by = People.person(caller);
    Instant now = now();
    decided(before.change().refuse(by, now, reason));
    return appended(
        caller,
        before,
        new ChangeEvent(EventKind.REFUSED, now, by, EventDetail.of(reason, List.of())));
  }

  /** Its author takes it back. */
  @Transactional
  public ChangeView withdraw(Caller caller, UUID id, String reason) {
    RecordedChange before = alone(caller, id, Permissions.PLANS_WRITE);
    Person by = People.person(caller);
    Instant now = now();
    decided(before.change().withdraw(by, now, reason));
    return appended(
        caller,
        before,
        new ChangeEvent(EventKind.WITHDRAWN, now, by, EventDetail.of(reason, List.of())));
  }

  private RecordedChange alone(Caller caller, UUID id, String permission) {
    tenancy.enterAlone(caller.organisation());
    RecordedChange found = existing(caller.organisation(), id);
    caller.require(permission, Optional.empty());
    return found;
  }

  private ChangeView appended(Caller caller, RecordedChange before, ChangeEvent event) {
    Organisation organisation = caller.organisation();
    ChangeView was = view(organisation, before);
    ChangeView is = view(organisation, changes.append(organisation, before, event));
    record(
        caller,
        AuditedChange.of("model_change." + event.kind().label(), SUBJECT, before.id())
            .from(was)
            .to(is));
    return is;
  }

  private static ModelChange decided(Approval approval) {
    return approval.match(
        new Approval.Cases<>() {
          @Override
          public ModelChange decided(ModelChange change) {
            return change;
          }

          @Override
          public ModelChange blocked(List<String> reasons) {
            throw conflict(String.join("; ", reasons), "remove or waive each of them");
          }
        });
  }

  private RecordedChange existing(Organisation organisation, UUID id) {
    return changes
        .find(organisation, id)
        .orElseThrow(() -> Problem.of(ErrorCode.NOT_FOUND, "no model change " + id).asException());
  }

  private static ProblemException conflict(String detail, String remedy) {
    return Problem.of(ErrorCode.CONFLICT, detail).withRemedy(remedy).asException();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private void record(Caller caller, AuditedChange change) {
    trail.record(caller.organisation(), caller.actor(), change);
  }
}
