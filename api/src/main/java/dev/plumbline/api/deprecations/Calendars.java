package dev.plumbline.api.deprecations;

import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import dev.plumbline.lifecycle.deprecation.eligibility.Eligibility;
import dev.plumbline.lifecycle.deprecation.moves.CalendarEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The calendar of an organisation: the facts that ship with Plumbline and what its own sources
 * said. Another instance's observation is seen after a few seconds, one's own at once.
 */
@ApplicationScoped
public class Calendars {

  private static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(4);

  /** Organisations with observations of their own whose calendar is kept in memory. */
  private static final int MOST_KEPT = 50;

  private final ObservationRepository observations;
  private final DateEventRepository events;
  private final TuningRecords records;
  private final CurrentCaller caller;
  private final Clock clock;
  private final Map<Organisation, Known> kept = new ConcurrentHashMap<>();
  private final Set<Swept> swept = ConcurrentHashMap.newKeySet();

  /**
   * @param own for the organisation as providers see it
   * @param usual for somebody who tunes today: events are of this one, so that they stay the same
   *     whatever becomes known of the organisation
   * @param count how many observations the calendar has
   */
  private record Known(
      OwnCalendar own, OwnCalendar usual, CustomerClasses classes, long count, Instant checked) {

    Known checkedAt(Instant moment) {
      return new Known(own, usual, classes, count, moment);
    }

    boolean isOf(long others, CustomerClasses seen) {
      return count == others && classes.equals(seen);
    }
  }

  /** A state whose events are kept; a restart looks again, for the bundled facts may be newer. */
  private record Swept(Organisation organisation, long count) {}

  Calendars(
      ObservationRepository observations,
      DateEventRepository events,
      TuningRecords records,
      CurrentCaller caller,
      Clock clock) {
    this.observations = observations;
    this.events = events;
    this.records = records;
    this.caller = caller;
    this.clock = clock;
  }

  /** What is believed now. */
  public DeprecationCalendar of(Organisation organisation) {
    return known(organisation).own().calendar();
  }

  /** What was believed on a day: only what somebody could have read by then. */
  public DeprecationCalendar asKnownOn(Organisation organisation, LocalDate day) {
    return of(organisation).asKnownOn(day);
  }

  /**
   * Every base, the fine-tunes of each, and fine-tunes with dates of their own, for this
   * organisation as providers see it; each with how it came there.
   */
  public List<CalendarEntry> entries(Organisation organisation) {
    return known(organisation).own().entries();
  }

  /** How providers see the organisation, as far as that is known. */
  public CustomerClasses classes(Organisation organisation) {
    return known(organisation).classes();
  }

  /** What was believed at a moment: without what was recorded then or later. */
  public DeprecationCalendar asRecordedBefore(Organisation organisation, Instant moment) {
    return DeprecationCalendar.bundled()
        .with(
            observations.claims(organisation).stream()
                .filter(claim -> claim.evidence().recordedAt().isBefore(moment))
                .toList());
  }

  /** The entries as they were believed on a day. */
  public List<CalendarEntry> entriesAsKnownOn(Organisation organisation, LocalDate day) {
    return OwnCalendar.of(asKnownOn(organisation, day), classes(organisation)).entries();
  }

  /** The dates for this organisation as providers see it, in words of core. */
  public ShutdownDates datesOf(Organisation organisation) {
    Known known = known(organisation);
    return new ShutdownDates(known.own().calendar(), known.classes());
  }

  /** The dates for whoever asks; an anonymous visitor gets what ships with Plumbline. */
  public ShutdownDates datesOfCaller() {
    return caller
        .find()
        .map(Caller::organisation)
        .map(this::datesOf)
        .orElseGet(ShutdownDates::bundled);
  }

  /**
   * What changed, in the order in which Plumbline learned of it. What shipped with Plumbline counts
   * as learned when this organisation's events were first asked for: look at {@link
   * DateEvent#seenOn} before waking somebody.
   *
   * @param since first moment of recording
   */
  public List<DateEvent> dateEvents(Organisation organisation, Instant since) {
    sweep(organisation);
    return events.since(organisation, since);
  }

  /** The events that could be known on or after a day, the newest first. */
  public List<DateEvent> eventsSeenSince(Organisation organisation, LocalDate day) {
    sweep(organisation);
    return events.seenSince(organisation, day);
  }

  /** Keeps the events that are not kept yet; doing it again does nothing. */
  public void sweep(Organisation organisation) {
    Known known = known(organisation);
    Swept state = new Swept(organisation, known.count());
    if (!swept.contains(state)) {
      events.keepAtOnce(
          organisation, DerivedEvents.of(known.usual().entries(), observations.now()));
      swept.add(state);
    }
  }

  /** What the organisation has recorded holds for the next question here. */
  void changed(@Observes(during = AFTER_SUCCESS) ObservationsRecorded recorded) {
    forget(recorded.organisation());
  }

  /** The next question is answered from what is stored now. */
  public void forget(Organisation organisation) {
    kept.remove(organisation);
  }

  private Known known(Organisation organisation) {
    Instant now = clock.instant();
    Known seen = kept.get(organisation);
    if (seen != null && seen.checked().plus(LOOK_AGAIN_AFTER).isAfter(now)) {
      return seen;
    }
    long count = observations.count(organisation);
    CustomerClasses classes = classes(organisation, now);
    Known found =
        seen != null && seen.isOf(count, classes)
            ? seen.checkedAt(now)
            : read(organisation, classes, now);
    keep(organisation, found);
    return found;
  }

  private CustomerClasses classes(Organisation organisation, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    Map<Provider, Eligibility> known = new HashMap<>();
    records
        .of(organisation)
        .forEach(
            (provider, evidence) -> known.put(provider, Eligibility.of(provider, evidence, today)));
    return new CustomerClasses(known);
  }

  private Known read(Organisation organisation, CustomerClasses classes, Instant now) {
    var claims = observations.claims(organisation);
    OwnCalendar usual =
        claims.isEmpty()
            ? OwnCalendar.bundled()
            : OwnCalendar.of(DeprecationCalendar.bundled().with(claims));
    OwnCalendar own = classes.areUsual() ? usual : OwnCalendar.of(usual.calendar(), classes);
    return new Known(own, usual, classes, claims.size(), now);
  }

  private void keep(Organisation organisation, Known found) {
    if (kept.size() >= MOST_KEPT && !kept.containsKey(organisation)) {
      kept.entrySet().stream()
          .min(Map.Entry.comparingByValue(Comparator.comparing(Known::checked)))
          .map(Map.Entry::getKey)
          .ifPresent(kept::remove);
    }
    kept.put(organisation, found);
  }
}
