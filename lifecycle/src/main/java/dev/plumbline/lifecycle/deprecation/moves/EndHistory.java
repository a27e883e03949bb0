package dev.plumbline.lifecycle.deprecation.moves;

import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.Circumstances;
import dev.plumbline.lifecycle.deprecation.ClockEnd;
import dev.plumbline.lifecycle.deprecation.DateClaim;
import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import dev.plumbline.lifecycle.deprecation.Evidence;
import dev.plumbline.lifecycle.deprecation.LifeClock;
import dev.plumbline.lifecycle.deprecation.Lifespan;
import dev.plumbline.lifecycle.deprecation.LifespanQuestion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A calendar together with what it would have said on every earlier day, so that the end of a
 * fine-tune has a history too, whichever rule gave it.
 */
public final class EndHistory {

  private final DeprecationCalendar calendar;
  private final Map<LocalDate, DeprecationCalendar> asKnown = new ConcurrentHashMap<>();

  public EndHistory(DeprecationCalendar calendar) {
    this.calendar = calendar;
  }

  /** Both clocks of one model. */
  public List<CalendarEntry> of(LifespanQuestion question) {
    return List.of(entry(question, LifeClock.TRAINING), entry(question, LifeClock.INFERENCE));
  }

  /**
   * Every base with the end of its service, and the fine-tunes of each with both clocks, as far as
   * a date is known or was withdrawn.
   */
  public List<CalendarEntry> all(Circumstances circumstances) {
    return all(any -> circumstances);
  }

  /** The same for somebody whom each provider sees in its own way. */
  public List<CalendarEntry> all(Function<Provider, Circumstances> circumstances) {
    List<CalendarEntry> entries = new ArrayList<>();
    for (LifespanQuestion each : calendar.questions(Circumstances.UNKNOWN)) {
      LifespanQuestion question =
          new LifespanQuestion(each.model(), circumstances.apply(each.model().provider()));
      if (question.model().kind().isFineTuned()) {
        entries.add(entry(question, LifeClock.TRAINING));
      }
      entries.add(entry(question, LifeClock.INFERENCE));
    }
    return entries.stream()
        .filter(entry -> entry.day().isPresent() || entry.withdrawal().isPresent())
        .toList();
  }

  public CalendarEntry entry(LifespanQuestion question, LifeClock clock) {
    List<DateMove> moves = new ArrayList<>();
    List<Instant> corrections = new ArrayList<>();
    Optional<PlannedEnd> before = Optional.empty();
    List<DateClaim> claims = calendar.claimsAbout(question);
    for (LocalDate day : DateMoves.days(claims)) {
      DeprecationCalendar then = asKnown.computeIfAbsent(day, calendar::asKnownOn);
      Optional<PlannedEnd> now = end(then, question, clock).findKnown().map(PlannedEnd::of);
      moves.addAll(new DateMoves.Step(day, before, now, withdrawal(claims, day, clock)).moves());
      corrections.addAll(
          corrections(
              claims,
              day,
              shown(before),
              shown(now),
              moment -> {
                DeprecationCalendar recorded = calendar.asRecordedOn(day, moment);
                return shown(end(recorded, question, clock).findKnown().map(PlannedEnd::of));
              }));
      before = now;
    }
    return new CalendarEntry(question, clock, end(calendar, question, clock), moves, corrections);
  }

  /** All changes of what was shown on this day, but for the one that the move of the day is. */
  private static List<Instant> corrections(
      List<DateClaim> claims,
      LocalDate day,
      Optional<LocalDate> before,
      Optional<LocalDate> after,
      Function<Instant, Optional<LocalDate>> shownAt) {
    List<Instant> moments =
        claims.stream()
            .map(DateClaim::evidence)
            .filter(evidence -> evidence.knownOn().equals(day))
            .map(Evidence::recordedAt)
            .distinct()
            .sorted()
            .toList();
    if (moments.size() < 2) {
      return List.of();
    }
    List<Instant> changes = new ArrayList<>();
    Optional<LocalDate> shown = before;
    for (Instant moment : moments) {
      Optional<LocalDate> now = shownAt.apply(moment);
      if (!now.equals(shown)) {
        changes.add(moment);
      }
      shown = now;
    }
    return before.equals(after) ? changes : changes.subList(1, changes.size());
  }

  private static Optional<LocalDate> shown(Optional<PlannedEnd> end) {
    return end.map(PlannedEnd::date);
  }

  /** What became known on this day and states no date. */
  private static Optional<DateClaim> withdrawal(
      List<DateClaim> claims, LocalDate day, LifeClock clock) {
    return claims.stream()
        .filter(claim -> claim.clock() == clock && claim.date().isEmpty())
        .filter(claim -> claim.evidence().knownOn().equals(day))
        .findFirst();
  }

  private static ClockEnd end(
      DeprecationCalendar calendar, LifespanQuestion question, LifeClock clock) {
    Lifespan span = calendar.lifespanOf(question);
    return switch (clock) {
      case TRAINING -> span.trainingEnd();
      case INFERENCE -> span.inferenceEnd();
    };
  }
}
