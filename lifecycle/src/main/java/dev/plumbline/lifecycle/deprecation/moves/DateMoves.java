package dev.plumbline.lifecycle.deprecation.moves;

import dev.plumbline.lifecycle.deprecation.Belief;
import dev.plumbline.lifecycle.deprecation.Circumstances;
import dev.plumbline.lifecycle.deprecation.ClaimCertainty;
import dev.plumbline.lifecycle.deprecation.DateClaim;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Derives moves from observations: whatever became known on the same day is taken together, so the
 * order in which it was read makes no difference, and saying the same again is no move.
 */
public final class DateMoves {

  private DateMoves() {}

  /**
   * The moves in the order of time.
   *
   * @param claims all about the same clock of the same subject
   */
  public static List<DateMove> of(Collection<DateClaim> claims, Circumstances asked) {
    List<DateMove> moves = new ArrayList<>();
    Belief before = new Belief.Silent();
    for (LocalDate day : days(claims)) {
      Belief now =
          Belief.of(
              claims.stream().filter(claim -> !claim.evidence().knownOn().isAfter(day)).toList(),
              asked);
      moves.addAll(between(day, before, now));
      before = now;
    }
    return List.copyOf(moves);
  }

  /** The days on which something became known, the first first. */
  static List<LocalDate> days(Collection<DateClaim> claims) {
    return claims.stream().map(claim -> claim.evidence().knownOn()).distinct().sorted().toList();
  }

  /** What changed from one belief to the next; empty when the planned day and doubts stayed. */
  public static List<DateMove> between(LocalDate day, Belief before, Belief now) {
    Optional<DateClaim> by =
        now instanceof Belief.Withdrawn withdrawn ? Optional.of(withdrawn.by()) : Optional.empty();
    return new Step(
            day, before.findDated().map(PlannedEnd::of), now.findDated().map(PlannedEnd::of), by)
        .moves();
  }

  /** One day on which something became known. */
  record Step(
      LocalDate day,
      Optional<PlannedEnd> before,
      Optional<PlannedEnd> now,
      Optional<DateClaim> withdrawnBy) {

    List<DateMove> moves() {
      List<DateMove> moves = new ArrayList<>();
      if (now.isEmpty()) {
        before.ifPresent(old -> moves.add(new DateMove.Withdrawn(day, old, withdrawnBy)));
        return moves;
      }
      PlannedEnd end = now.get();
      before
          .map(old -> moved(old, end))
          .orElseGet(() -> Optional.of(new DateMove.Announced(day, end)))
          .ifPresent(moves::add);
      doubt(end).ifPresent(moves::add);
      return moves;
    }

    private Optional<DateMove> moved(PlannedEnd old, PlannedEnd end) {
      if (end.date().isAfter(old.date())) {
        return Optional.of(new DateMove.Later(day, old, end));
      }
      if (end.date().isBefore(old.date())) {
        return Optional.of(new DateMove.Earlier(day, old, end));
      }
      boolean firmed =
          end.certainty() == ClaimCertainty.COMMITTED
              && old.certainty() != ClaimCertainty.COMMITTED;
      return firmed ? Optional.of(new DateMove.Firmed(day, old, end)) : Optional.empty();
    }

    private Optional<DateMove> doubt(PlannedEnd end) {
      boolean wasDisputed = before.map(PlannedEnd::isDisputed).orElse(false);
      if (end.isDisputed()) {
        boolean sameDispute =
            wasDisputed && before.map(PlannedEnd::stated).equals(Optional.of(end.stated()));
        return sameDispute ? Optional.empty() : Optional.of(new DateMove.Disputed(day, end));
      }
      return wasDisputed ? Optional.of(new DateMove.Settled(day, end)) : Optional.empty();
    }
  }
}
