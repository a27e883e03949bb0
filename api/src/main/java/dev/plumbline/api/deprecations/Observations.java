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
    return keepPassed(organisation, List.of(model), DateEvent.PASSED_ALIVE, day).stream()
        .findFirst();
  }

  /**
   * Tells what a provider was seen to serve: models of which a call succeeded, as {@link #answered}
   * does, and models that it lists, which is less: a list may be wrong.
   *
   * @param day on which all of it was seen
   * @return the events that are new
   */
  @Transactional
  public List<DateEvent> seen(
      Organisation organisation,
      Collection<ModelId> answering,
      Collection<ModelId> listed,
      LocalDate day) {
    List<DateEvent> added =
        new ArrayList<>(keepPassed(organisation, answering, DateEvent.PASSED_ALIVE, day));
    added.addAll(keepPassed(organisation, listed, DateEvent.PASSED_LISTED, day));
    return added;
  }

  private List<DateEvent> keepPassed(
      Organisation organisation, Collection<ModelId> models, String kind, LocalDate day) {
    DeprecationCalendar calendar = calendars.of(organisation);
    List<DateEvent> passed = new ArrayList<>();
    for (ModelId model : models) {
      LifespanQuestion question = new LifespanQuestion(model, OwnCalendar.USUAL);
      ClockEnd found = calendar.lifespanOf(question).inferenceEnd();
      found
          .findKnown()
          .filter(end -> hasPassed(end, day))
          .map(
              end ->
                  DerivedEvents.passed(
                      kind,
                      new CalendarEntry(question, LifeClock.INFERENCE, found, List.of(), List.of()),
                      end,
                      day,
                      observations.now()))
          .ifPresent(passed::add);
    }
    return passed.isEmpty() ? List.of() : events.keep(organisation, passed);
  }

  private static boolean hasPassed(ClockEnd.Known end, LocalDate day) {
    return !day.isBefore(end.end().value()) && end.end().certainty() != Certainty.NOT_BEFORE;
  }
}
