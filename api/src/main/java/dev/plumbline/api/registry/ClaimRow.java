package dev.plumbline.api.registry;

import dev.plumbline.lifecycle.deprecation.DateClaim;
import dev.plumbline.lifecycle.deprecation.LifeClock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What one source said about a date, as a person reads it.
 *
 * @param seen day of the page version; {@code undated} for a source without one
 * @param says the day, or that it names none
 */
record ClaimRow(
    String seen,
    String clock,
    String subject,
    String says,
    String certainty,
    String announced,
    String source) {

  private static final Comparator<DateClaim> BY_DAY =
      Comparator.<DateClaim, LocalDate>comparing(claim -> claim.seenAt().orElse(LocalDate.MIN))
          .thenComparing(claim -> claim.source().name());

  /** From the oldest statement to the newest; a page that says it in two tables says it once. */
  static List<ClaimRow> of(List<DateClaim> claims) {
    return claims.stream().sorted(BY_DAY).map(ClaimRow::of).distinct().toList();
  }

  private static ClaimRow of(DateClaim claim) {
    return new ClaimRow(
        claim.seenAt().map(LocalDate::toString).orElse("undated"),
        claim.clock() == LifeClock.TRAINING ? "Training" : "Calls",
        claim.subject().name(),
        claim.date().map(day -> "ends " + day).orElse("names no day"),
        claim.certainty().name().toLowerCase(Locale.ROOT),
        claim.announced().map(LocalDate::toString).orElse(""),
        claim.source().name());
  }
}
