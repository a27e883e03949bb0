package dev.plumbline.lifecycle.deprecation;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.evidence.Observation;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The end of one clock, or why nobody knows it. */
public sealed interface ClockEnd {

  /**
   * The day to plan with. The last safe day is the one before it.
   *
   * @param decidedBy the claim from which the day comes, itself or by a rule
   * @param contradictedBy claims that say something else; when there are any, {@code end} is the
   *     earliest of all
   * @param openKeys keys that the question left open and on which the answer depends
   */
  record Known(
      Observation<LocalDate> end,
      ShutdownRule rule,
      DateClaim decidedBy,
      List<DateClaim> contradictedBy,
      List<String> openKeys)
      implements ClockEnd {

    public Known {
      requireNonNull(end, "end");
      requireNonNull(rule, "rule");
      requireNonNull(decidedBy, "decidedBy");
      contradictedBy = List.copyOf(contradictedBy);
      openKeys = List.copyOf(openKeys);
    }

    static Known of(Belief.Dated belief, ShutdownRule rule) {
      return new Known(
          belief.decidedBy().observation(),
          rule,
          belief.decidedBy(),
          belief.contradictedBy(),
          belief.openKeys());
    }

    public boolean isDisputed() {
      return !contradictedBy.isEmpty();
    }

    /** The other dates that are stated; a withdrawal contradicts without one. */
    public List<Observation<LocalDate>> disputedBy() {
      return contradictedBy.stream()
          .filter(claim -> claim.date().isPresent())
          .map(DateClaim::observation)
          .toList();
    }

    /** How firmly the end stands; a rule weakens what the claim says. */
    public ClaimCertainty certainty() {
      return decidedBy.certainty().certainty() == end.certainty()
              && decidedBy.date().equals(Optional.of(end.value()))
          ? decidedBy.certainty()
          : ClaimCertainty.INFERRED;
    }

    /** What the deciding source names instead, in its own words. */
    public Optional<String> replacement() {
      return decidedBy.replacement();
    }

    /** Days from today until the end; negative when it has passed. */
    public long daysLeft(LocalDate today) {
      return ChronoUnit.DAYS.between(today, end.value());
    }

    Known by(ShutdownRule other) {
      return new Known(end, other, decidedBy, contradictedBy, openKeys);
    }

    /** The same day or another one, known by a rule instead of a statement. */
    Known inferred(LocalDate day, ShutdownRule by) {
      var inference =
          new Observation<>(day, ClaimCertainty.INFERRED.certainty(), end.source(), end.seenAt());
      return new Known(inference, by, decidedBy, contradictedBy, openKeys);
    }

    /** The earlier of two ends; the open keys of both. */
    Known orEarlier(Known other) {
      Known first = other.end.value().isBefore(end.value()) ? other : this;
      return first.open(Stream.concat(openKeys.stream(), other.openKeys.stream()));
    }

    Known open(Stream<String> keys) {
      return new Known(end, rule, decidedBy, contradictedBy, keys.distinct().toList());
    }
  }

  /** A gap, with the rule that left it and the reason. */
  record Unknown(ShutdownRule rule, String reason) implements ClockEnd {

    public Unknown {
      requireNonNull(rule, "rule");
      requireNonNull(reason, "reason");
    }
  }

  static Unknown unknown(String reason) {
    return new Unknown(ShutdownRule.UNKNOWN, reason);
  }

  default <R> R match(
      Function<? super Known, ? extends R> known, Function<? super Unknown, ? extends R> unknown) {
    if (this instanceof Known end) {
      return known.apply(end);
    }
    return unknown.apply((Unknown) this);
  }

  default Optional<Known> findKnown() {
    return match(Optional::of, unknown -> Optional.empty());
  }
}
