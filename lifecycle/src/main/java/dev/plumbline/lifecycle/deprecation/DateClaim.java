package dev.plumbline.lifecycle.deprecation;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.evidence.Observation;
import dev.plumbline.core.evidence.Source;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * One statement about one clock of one subject: an observation, not a value. Nothing is deleted
 * when a newer one arrives.
 *
 * @param date empty when the source was read and states no date
 * @param seenAt day of the page version; empty when the source is undated
 * @param announced day on which the provider announced it
 * @param later whether the source is known to be newer although it is undated
 */
public record DateClaim(
    Subject subject,
    LifeClock clock,
    Optional<LocalDate> date,
    ClaimCertainty certainty,
    ClaimScope scope,
    Source source,
    Optional<LocalDate> seenAt,
    Optional<LocalDate> announced,
    boolean later) {

  /** From the oldest to the newest: what was seen later, and on one page announced later. */
  static final Comparator<DateClaim> BY_AGE =
      Comparator.comparing(DateClaim::later)
          .thenComparing(claim -> claim.seenAt.orElse(LocalDate.MIN))
          .thenComparing(claim -> claim.announced.orElse(LocalDate.MIN));

  public DateClaim {
    requireNonNull(subject, "subject");
    requireNonNull(clock, "clock");
    requireNonNull(date, "date");
    requireNonNull(certainty, "certainty");
    requireNonNull(scope, "scope");
    requireNonNull(source, "source");
    requireNonNull(seenAt, "seenAt");
    requireNonNull(announced, "announced");
  }

  /** The same in the words of core; only for claims with a date. */
  Observation<LocalDate> observation() {
    return new Observation<>(date.orElseThrow(), certainty.certainty(), source, seenAt);
  }

  boolean isSeenAfter(DateClaim other) {
    return (later && !other.later)
        || seenAt.orElse(LocalDate.MIN).isAfter(other.seenAt.orElse(LocalDate.MIN));
  }
}
