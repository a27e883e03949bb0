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
 */
public record DateClaim(ClaimKey key, Statement statement, Evidence evidence) {

  /**
   * From the oldest to the newest: what was seen later, recorded later, and on one page announced
   * later. Where even that is the same, the earlier date counts as the newer statement, so that the
   * order in which rows are read never decides.
   */
  static final Comparator<DateClaim> BY_AGE =
      Comparator.<DateClaim, Boolean>comparing(claim -> claim.evidence.later())
          .thenComparing(claim -> claim.seenAt().orElse(LocalDate.MIN))
          .thenComparing(claim -> claim.evidence.recordedAt())
          .thenComparing(claim -> claim.announced().orElse(LocalDate.MIN))
          .thenComparing(claim -> claim.date().orElse(LocalDate.MAX), Comparator.reverseOrder())
          .thenComparing(claim -> claim.certainty(), Comparator.reverseOrder())
          .thenComparing(claim -> claim.source().name())
          .thenComparing(claim -> claim.replacement().orElse(""))
          .thenComparing(claim -> claim.scope().sortKey());

  public DateClaim {
    requireNonNull(key, "key");
    requireNonNull(statement, "statement");
    requireNonNull(evidence, "evidence");
  }

  public Subject subject() {
    return key.subject();
  }

  public LifeClock clock() {
    return key.clock();
  }

  public ClaimScope scope() {
    return key.scope();
  }

  /** Empty when the source was read and states no date. */
  public Optional<LocalDate> date() {
    return statement.date();
  }

  public ClaimCertainty certainty() {
    return statement.certainty();
  }

  public Optional<LocalDate> announced() {
    return statement.announced();
  }

  public Optional<String> replacement() {
    return statement.replacement();
  }

  public Source source() {
    return evidence.source();
  }

  /** Day of the page version; empty when the source is undated. */
  public Optional<LocalDate> seenAt() {
    return evidence.seenAt();
  }

  /** The same in the words of core; only for claims with a date. */
  Observation<LocalDate> observation() {
    return new Observation<>(
        date().orElseThrow(), certainty().certainty(), source(), evidence.seenAt());
  }

  boolean isSeenAfter(DateClaim other) {
    return (evidence.later() && !other.evidence.later())
        || seenAt().orElse(LocalDate.MIN).isAfter(other.seenAt().orElse(LocalDate.MIN));
  }
}
