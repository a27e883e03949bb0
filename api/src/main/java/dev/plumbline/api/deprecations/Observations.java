package dev.plumbline.api.deprecations;

import dev.plumbline.api.audit.AuditTrail;
import dev.plumbline.api.audit.AuditedChange;
import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.organisations.Tenancy;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.core.evidence.Certainty;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.lifecycle.deprecation.ClockEnd;
import dev.plumbline.lifecycle.deprecation.DateClaim;
import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import dev.plumbline.lifecycle.deprecation.LifeClock;
import dev.plumbline.lifecycle.deprecation.LifespanQuestion;
import dev.plumbline.lifecycle.deprecation.moves.CalendarEntry;
import dev.plumbline.lifecycle.deprecation.moves.EndHistory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Keeps what an organisation's own sources say about dates, and what that changes. */
@ApplicationScoped
public class Observations {

  /** Every question about a date looks through them. */
  static final int MOST = 50_000;

  private final ObservationRepository observations;
  private final DateEventRepository events;
  private final Calendars calendars;
  private final Tenancy tenancy;
  private final AuditTrail trail;
  private final Event<ObservationsRecorded> recorded;

  Observations(
      ObservationRepository observations,
      DateEventRepository events,
      Calendars calendars,
      Tenancy tenancy,
      AuditTrail trail,
      Event<ObservationsRecorded> recorded) {
    this.observations = observations;
    this.events = events;
    this.calendars = calendars;
    this.tenancy = tenancy;
    this.trail = trail;
    this.recorded = recorded;
  }

  /**
   * Records what is new of these statements with the events that follow, and one entry in the audit
   * trail. Saying the same again changes nothing and leaves no trace. Call it last in a
   * transaction, as the audit trail.
   *
   * @param actor who or what brings them, for example {@link Actor#SYSTEM} for a provider sync
   * @throws dev.plumbline.api.problem.ProblemException 409 beyond 50,000 observations
   */
  @Transactional
  public RecordedObservations record(
      Organisation organisation, Actor actor, Collection<NewObservation> said) {
    tenancy.enterAlone(organisation);
    List<DateClaim> stored = observations.claims(organisation);
    DeprecationCalendar before = DeprecationCalendar.bundled().with(stored);
    List<DateClaim> added = add(organisation, actor, said, before);
    if (added.isEmpty()) {
      return new RecordedObservations(List.of(), said.size(), List.of());
    }
    if (stored.size() + added.size() > MOST) {
      throw Problem.of(
              ErrorCode.CONFLICT, "there would be more than %,d observations".formatted(MOST))
          .withRemedy("import less often, or only what you use")
          .asException();
    }
    List<DateEvent> changes = keepEvents(organisation, OwnCalendar.of(before.with(added)));
    trail.record(
        organisation,
        actor,
        AuditedChange.of("observations.recorded", "observations", documentOf(added))
            .to(RecordedView.of(added, changes)));
    recorded.fire(new ObservationsRecorded(organisation));
    return new RecordedObservations(added, said.size() - added.size(), changes);
  }

  /** What shipped with Plumbline comes first, so that only the rest counts as changed now. */
  private List<DateEvent> keepEvents(Organisation organisation, OwnCalendar now) {
    Instant moment = observations.now();
    if (!events.hasAny(organisation)) {
      events.keep(organisation, DerivedEvents.of(OwnCalendar.bundled().entries(), moment));
    }
    return events.keep(organisation, DerivedEvents.of(now.entries(), moment));
  }

  private static String documentOf(List<DateClaim> added) {
    return added.get(0).evidence().document();
  }

  private List<DateClaim> add(
      Organisation organisation,
      Actor actor,
      Collection<NewObservation> said,
      DeprecationCalendar before) {
    Restatements known = new Restatements(before.claims());
    Instant moment = observations.now();
    List<DateClaim> added = new ArrayList<>();
    for (NewObservation one : said) {
      if (!known.isKnown(one.recorded(moment))) {
        DateClaim claim = observations.add(organisation, one, moment, actor.name());
        known.add(claim);
        added.add(claim);
      }
    }
    return added;
  }

  /**
   * Tells that a call of a model succeeded. When its end had passed by then, that is an event: the
   * claim is doubtful, and a newer source is wanted. "Not before" a day is no end that can pass.
   *
   * @param day on which the call succeeded
   * @return the event when it is new
   */
  @Transactional
  public Optional<DateEvent> answered(Organisation organisation, ModelId model, LocalDate day) {
    CalendarEntry entry =
        new EndHistory(calendars.of(organisation))
            .entry(new LifespanQuestion(model, OwnCalendar.USUAL), LifeClock.INFERENCE);
    return entry
        .end()
        .findKnown()
        .filter(end -> hasPassed(end, day))
        .map(end -> DerivedEvents.passedAlive(entry, end, day, observations.now()))
        .flatMap(event -> events.keep(organisation, List.of(event)).stream().findFirst());
  }

  private static boolean hasPassed(ClockEnd.Known end, LocalDate day) {
    return !day.isBefore(end.end().value()) && end.end().certainty() != Certainty.NOT_BEFORE;
  }
}
