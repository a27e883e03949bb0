package dev.plumbline.lifecycle.deprecation.moves;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.deprecation.DateClaim;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A change of what is believed about one clock. */
public sealed interface DateMove {

  /** Day on which it could be known. */
  LocalDate seenOn();

  /** There was no date, and now there is. */
  record Announced(LocalDate seenOn, PlannedEnd now) implements DateMove {
    public Announced {
      requireNonNull(seenOn, "seenOn");
      requireNonNull(now, "now");
    }
  }

  /** The same day, now committed by the provider. */
  record Firmed(LocalDate seenOn, PlannedEnd before, PlannedEnd now) implements DateMove {
    public Firmed {
      requireNonNull(seenOn, "seenOn");
      requireNonNull(before, "before");
      requireNonNull(now, "now");
    }
  }

  record Later(LocalDate seenOn, PlannedEnd before, PlannedEnd now) implements DateMove {
    public Later {
      requireNonNull(seenOn, "seenOn");
      if (!now.date().isAfter(before.date())) {
        throw new IllegalArgumentException(before.date() + " to " + now.date() + " is not later");
      }
    }
  }

  record Earlier(LocalDate seenOn, PlannedEnd before, PlannedEnd now) implements DateMove {
    public Earlier {
      requireNonNull(seenOn, "seenOn");
      if (!now.date().isBefore(before.date())) {
        throw new IllegalArgumentException(before.date() + " to " + now.date() + " is not earlier");
      }
    }
  }

  /**
   * There was a date, and now there is none.
   *
   * @param by the claim that took it back; empty when a rule no longer applies
   */
  record Withdrawn(LocalDate seenOn, PlannedEnd before, Optional<DateClaim> by)
      implements DateMove {
    public Withdrawn {
      requireNonNull(seenOn, "seenOn");
      requireNonNull(before, "before");
      requireNonNull(by, "by");
    }
  }

  /** Sources disagree; the earliest date is planned with. */
  record Disputed(LocalDate seenOn, PlannedEnd now) implements DateMove {
    public Disputed {
      requireNonNull(seenOn, "seenOn");
      requireNonNull(now, "now");
    }
  }

  /** Sources no longer disagree. */
  record Settled(LocalDate seenOn, PlannedEnd now) implements DateMove {
    public Settled {
      requireNonNull(seenOn, "seenOn");
      requireNonNull(now, "now");
    }
  }

  /** One answer for each case. */
  interface Cases<R> {
    R announced(Announced announced);

    R firmed(Firmed firmed);

    R later(Later later);

    R earlier(Earlier earlier);

    R withdrawn(Withdrawn withdrawn);

    R disputed(Disputed disputed);

    R settled(Settled settled);
  }

  default <R> R match(Cases<R> cases) {
    if (this instanceof Announced announced) {
      return cases.announced(announced);
    }
    if (this instanceof Firmed firmed) {
      return cases.firmed(firmed);
    }
    if (this instanceof Later later) {
      return cases.later(later);
    }
    if (this instanceof Earlier earlier) {
      return cases.earlier(earlier);
    }
    if (this instanceof Withdrawn withdrawn) {
      return cases.withdrawn(withdrawn);
    }
    return this instanceof Disputed disputed
        ? cases.disputed(disputed)
        : cases.settled((Settled) this);
  }

  /** The day that was planned with before; empty when there was none or it stayed. */
  default Optional<LocalDate> from() {
    return match(MoveParts.BEFORE).map(PlannedEnd::date);
  }

  /** The day that is planned with now; empty when it was withdrawn. */
  default Optional<LocalDate> to() {
    return match(MoveParts.NOW).map(PlannedEnd::date);
  }

  /** The claim behind the new state; empty when a rule stopped to apply. */
  default Optional<DateClaim> by() {
    return this instanceof Withdrawn withdrawn
        ? withdrawn.by()
        : match(MoveParts.NOW).map(PlannedEnd::decidedBy);
  }

  /** Name of the event: announced, firmed, moved_later, moved_earlier, withdrawn, … */
  default String label() {
    return match(MoveParts.LABEL);
  }

  /** Whether the day itself changed, so that calendars must show it elsewhere or not at all. */
  default boolean movesTheDay() {
    return match(MoveParts.MOVES_THE_DAY);
  }

  default Urgency urgency() {
    return match(MoveParts.URGENCY);
  }

  /** Days from the day of the move until a date; negative when it had passed. */
  default long noticeDays(LocalDate date) {
    return ChronoUnit.DAYS.between(seenOn(), date);
  }
}
