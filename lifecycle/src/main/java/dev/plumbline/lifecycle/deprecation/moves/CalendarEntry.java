package dev.plumbline.lifecycle.deprecation.moves;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.deprecation.ClockEnd;
import dev.plumbline.lifecycle.deprecation.LifeClock;
import dev.plumbline.lifecycle.deprecation.LifespanQuestion;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One line of a calendar: a clock of a model, its end as believed, and how it came there. */
public record CalendarEntry(
    LifespanQuestion question, LifeClock clock, ClockEnd end, List<DateMove> moves) {

  public CalendarEntry {
    requireNonNull(question, "question");
    requireNonNull(clock, "clock");
    requireNonNull(end, "end");
    moves = List.copyOf(moves);
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
    return (int) Math.max(0, moves.stream().filter(DateMove::movesTheDay).count() - 1);
  }

  /** Day of the newest change, which is when this line became what it is. */
  public Optional<LocalDate> changedOn() {
    return moves.isEmpty() ? Optional.empty() : Optional.of(moves.get(moves.size() - 1).seenOn());
  }

  /** Whether it speaks of fine-tunes, by name or all of a base. */
  public boolean isOfFineTunes() {
    return question.model().kind().isFineTuned();
  }
}
