package dev.plumbline.lifecycle.deprecation.moves;

import dev.plumbline.lifecycle.deprecation.Circumstances;
import dev.plumbline.lifecycle.deprecation.ClockEnd;
import dev.plumbline.lifecycle.deprecation.DateClaim;
import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import dev.plumbline.lifecycle.deprecation.LifeClock;
import dev.plumbline.lifecycle.deprecation.Lifespan;
import dev.plumbline.lifecycle.deprecation.LifespanQuestion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

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
    List<CalendarEntry> entries = new ArrayList<>();
    for (LifespanQuestion question : calendar.questions(circumstances)) {
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
    Optional<PlannedEnd> before = Optional.empty();
    List<DateClaim> claims = calendar.claimsAbout(question);
    for (LocalDate day : DateMoves.days(claims)) {
      DeprecationCalendar then = asKnown.computeIfAbsent(day, calendar::asKnownOn);
      Optional<PlannedEnd> now = end(then, question, clock).findKnown().map(PlannedEnd::of);
      moves.addAll(new DateMoves.Step(day, before, now, withdrawal(claims, day, clock)).moves());
      before = now;
    }
    return new CalendarEntry(question, clock, end(calendar, question, clock), moves);
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
