package dev.plumbline.lifecycle.deprecation.imports;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.finding.Place;
import dev.plumbline.lifecycle.deprecation.ClaimKey;
import dev.plumbline.lifecycle.deprecation.DateClaim;
import dev.plumbline.lifecycle.deprecation.moves.DateMove;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What one row of a document would change.
 *
 * @param claim what the row says
 * @param before the day planned with today
 * @param after the day planned with once the document is accepted
 * @param moves the events that it would cause; none when nothing changes
 */
public record ProposedChange(
    Place where,
    DateClaim claim,
    Optional<LocalDate> before,
    Optional<LocalDate> after,
    List<DateMove> moves) {

  public ProposedChange {
    requireNonNull(where, "where");
    requireNonNull(claim, "claim");
    requireNonNull(before, "before");
    requireNonNull(after, "after");
    moves = List.copyOf(moves);
  }

  public ClaimKey key() {
    return claim.key();
  }

  public boolean isUnchanged() {
    return moves.isEmpty();
  }

  /** The names of the events, or {@code unchanged}; a first date is {@code new}. */
  public String label() {
    return isUnchanged()
        ? "unchanged"
        : moves.stream()
            .map(move -> move instanceof DateMove.Announced ? "new" : move.label())
            .collect(Collectors.joining(" "));
  }
}
