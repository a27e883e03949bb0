package dev.plumbline.lifecycle.deprecation.moves;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.deprecation.Belief;
import dev.plumbline.lifecycle.deprecation.ClaimCertainty;
import dev.plumbline.lifecycle.deprecation.ClockEnd;
import dev.plumbline.lifecycle.deprecation.DateClaim;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The day that was planned with at one moment.
 *
 * @param decidedBy the claim from which the day comes
 * @param contradictedBy claims that said something else at that moment
 */
public record PlannedEnd(
    LocalDate date, ClaimCertainty certainty, DateClaim decidedBy, List<DateClaim> contradictedBy) {

  public PlannedEnd {
    requireNonNull(date, "date");
    requireNonNull(certainty, "certainty");
    requireNonNull(decidedBy, "decidedBy");
    contradictedBy = List.copyOf(contradictedBy);
  }

  static PlannedEnd of(Belief.Dated belief) {
    return new PlannedEnd(
        belief.date(), belief.decidedBy().certainty(), belief.decidedBy(), belief.contradictedBy());
  }

  static PlannedEnd of(ClockEnd.Known end) {
    return new PlannedEnd(
        end.end().value(), end.certainty(), end.decidedBy(), end.contradictedBy());
  }

  public boolean isDisputed() {
    return !contradictedBy.isEmpty();
  }

  /** Everything that somebody says; an empty date is a withdrawal. */
  Set<Optional<LocalDate>> stated() {
    return Stream.concat(Stream.of(Optional.of(date)), contradictedBy.stream().map(DateClaim::date))
        .collect(Collectors.toUnmodifiableSet());
  }
}
