package dev.plumbline.lifecycle.deprecation;

import dev.plumbline.core.evidence.Observation;
import dev.plumbline.core.evidence.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which of several claims about the same clock is believed: per source its newest; the best kind of
 * source wins; a newer claim of another source that says something else makes it disputed, and then
 * the earliest date is the one to plan with.
 */
final class ClaimPrecedence {

  private record SourceAndScope(Source source, ClaimScope scope) {}

  private static final Comparator<DateClaim> BEST_SOURCE_FIRST =
      Comparator.<DateClaim, Source.Kind>comparing(claim -> claim.source().kind())
          .thenComparing(DateClaim.BY_AGE.reversed());

  private ClaimPrecedence() {}

  /** Empty when no claim that covers the question has a date. */
  static Optional<ClockEnd.Known> believed(
      Collection<DateClaim> claims, LifespanQuestion question, ShutdownRule rule) {
    List<DateClaim> newest = newestOfEachSource(claims, question);
    return newest.stream()
        .min(BEST_SOURCE_FIRST)
        .map(best -> settled(best, newest, question, rule));
  }

  /** A source that no longer states a date has taken it back. */
  private static List<DateClaim> newestOfEachSource(
      Collection<DateClaim> claims, LifespanQuestion question) {
    Map<SourceAndScope, DateClaim> newest = new LinkedHashMap<>();
    for (DateClaim claim : claims) {
      if (claim.scope().covers(question)) {
        newest.merge(
            new SourceAndScope(claim.source(), claim.scope()), claim, ClaimPrecedence::newer);
      }
    }
    return newest.values().stream().filter(claim -> claim.date().isPresent()).toList();
  }

  private static DateClaim newer(DateClaim one, DateClaim other) {
    return DateClaim.BY_AGE.compare(one, other) >= 0 ? one : other;
  }

  private static ClockEnd.Known settled(
      DateClaim best, List<DateClaim> newest, LifespanQuestion question, ShutdownRule rule) {
    List<DateClaim> ofBestSource =
        newest.stream().filter(claim -> claim.source().equals(best.source())).toList();
    DateClaim earliest = ofBestSource.stream().min(BY_DATE).orElse(best);
    List<DateClaim> contradicting =
        newest.stream()
            .filter(claim -> !claim.source().equals(best.source()))
            .filter(claim -> claim.isSeenAfter(best) && !claim.date().equals(earliest.date()))
            .toList();
    List<DateClaim> stated = new ArrayList<>(contradicting);
    stated.add(earliest);
    stated.sort(BY_DATE);
    return new ClockEnd.Known(
        stated.get(0).observation(),
        rule,
        stated.stream().skip(1).map(DateClaim::observation).toList(),
        openKeys(Stream.concat(ofBestSource.stream(), contradicting.stream()), question));
  }

  private static final Comparator<DateClaim> BY_DATE =
      Comparator.comparing(claim -> claim.date().orElse(LocalDate.MAX));

  private static List<String> openKeys(Stream<DateClaim> claims, LifespanQuestion question) {
    return claims.flatMap(claim -> claim.scope().openKeys(question).stream()).distinct().toList();
  }

  /** The earlier of two ends; the open keys of both. */
  static ClockEnd.Known earlier(ClockEnd.Known one, ClockEnd.Known other) {
    ClockEnd.Known first = other.end().value().isBefore(one.end().value()) ? other : one;
    return new ClockEnd.Known(
        first.end(),
        first.rule(),
        first.disputedBy(),
        Stream.concat(one.openKeys().stream(), other.openKeys().stream()).distinct().toList());
  }

  /** The same day, known by a rule instead of a statement. */
  static ClockEnd.Known inferred(ClockEnd.Known from, LocalDate day, ShutdownRule rule) {
    Observation<LocalDate> end = from.end();
    return new ClockEnd.Known(
        new Observation<>(day, ClaimCertainty.INFERRED.certainty(), end.source(), end.seenAt()),
        rule,
        from.disputedBy(),
        from.openKeys());
  }
}
