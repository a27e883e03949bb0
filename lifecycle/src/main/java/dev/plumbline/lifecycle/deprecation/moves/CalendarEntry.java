package dev.plumbline.lifecycle.deprecation.moves;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.deprecation.ClockEnd;
import dev.plumbline.lifecycle.deprecation.LifeClock;
import dev.plumbline.lifecycle.deprecation.LifespanQuestion;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One line of a calendar: a clock of a model, its end as believed, and how it came there.
 *
 * @param corrections moments at which the day changed again on the day of a change; the moves take
 *     such a day together, but whoever had looked in between saw another one
 */
public record CalendarEntry(
    LifespanQuestion question,
    LifeClock clock,
    ClockEnd end,
    List<DateMove> moves,
    List<Instant> corrections) {

  public CalendarEntry {
    requireNonNull(question, "question");
    requireNonNull(clock, "clock");
    requireNonNull(end, "end");
    moves = List.copyOf(moves);
    corrections = List.copyOf(corrections);
  }

  /** The same for another model that ends as this one does. */
  public CalendarEntry of(LifespanQuestion other) {
    return new CalendarEntry(other, clock, end, moves, corrections);
  }

  /** The day to plan with; empty when nobody knows it or it was withdrawn. */
  public Optional<LocalDate> day() {
    return end.findKnown().map(known -> known.end().value());
  }

  /** The withdrawal that left this entry without a day. */
  public Optional<DateMove.Withdrawn> withdrawal() {
    return day().isPresent() || moves.isEmpty()
        ? Optional.empty()
        : Optional.of(moves.get(moves.size() - 1))
            .filter(DateMove.Withdrawn.class::isInstance)
            .map(DateMove.Withdrawn.class::cast);
  }

  /** How often the day changed since it was first published; 0 for the first publication. */
  public int revision() {
    long moved = Math.max(0, moves.stream().filter(DateMove::movesTheDay).count() - 1);
    return (int) moved + corrections.size();
  }

  /** Day of the newest change, which is when this line became what it is. */
  public Optional<LocalDate> changedOn() {
    return moves.isEmpty() ? Optional.empty() : Optional.of(moves.get(moves.size() - 1).seenOn());
  }

  /** The moment of that, as far as it is known: the start of the day, or of the last correction. */
  public Optional<Instant> changedAt() {
    return Stream.concat(
            changedOn().stream().map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant()),
            corrections.stream())
        .max(Comparator.naturalOrder());
  }

  /** Whether it speaks of fine-tunes, by name or all of a base. */
  public boolean isOfFineTunes() {
    return question.model().kind().isFineTuned();
  }
}
