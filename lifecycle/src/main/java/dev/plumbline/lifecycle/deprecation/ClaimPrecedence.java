package dev.plumbline.lifecycle.deprecation;

import dev.plumbline.core.evidence.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which of several claims about the same clock is believed: per document its newest; the best kind
 * of source wins; a newer claim of another document that says something else makes it disputed, and
 * then the earliest date is the one to plan with. A document that is silent contradicts nobody, but
 * outweighs what a worse source had said before.
 */
final class ClaimPrecedence {

  private static final Comparator<DateClaim> BEST_SOURCE_FIRST =
      Comparator.<DateClaim, Source.Kind>comparing(claim -> claim.source().kind())
          .thenComparing(DateClaim.BY_AGE.reversed());

  private static final Comparator<DateClaim> BY_DATE =
      Comparator.<DateClaim, LocalDate>comparing(claim -> claim.date().orElse(LocalDate.MAX))
          .thenComparing(BEST_SOURCE_FIRST);

  private final List<DateClaim> covering;
  private final List<DateClaim> newest;
  private final Circumstances asked;

  ClaimPrecedence(Collection<DateClaim> claims, Circumstances asked) {
    this.asked = asked;
    this.covering =
        claims.stream()
            .filter(claim -> claim.scope().covers(asked))
            .sorted(DateClaim.BY_AGE.reversed())
            .toList();
    this.newest = newestOfEachDocument();
  }

  /** Of all ways to fill in the open keys, the one that ends first. */
  Belief belief() {
    List<Belief> beliefs =
        newest.stream()
            .map(claim -> claim.scope().leftOpenBy(asked))
            .distinct()
            .map(this::beliefWithin)
            .toList();
    return beliefs.stream()
        .flatMap(belief -> belief.findDated().stream())
        .min(Comparator.comparing(Belief.Dated::decidedBy, BY_DATE))
        .map(this::withAllOpenKeys)
        .or(() -> beliefs.stream().filter(Belief.Withdrawn.class::isInstance).findFirst())
        .orElseGet(Belief.Silent::new);
  }

  private Belief beliefWithin(ClaimScope scope) {
    List<DateClaim> within =
        newest.stream().filter(claim -> claim.scope().leftOpenBy(asked).includes(scope)).toList();
    List<DateClaim> statements =
        within.stream()
            .filter(this::isStatement)
            .filter(claim -> !isOutweighed(claim, within))
            .toList();
    return statements.stream()
        .min(BEST_SOURCE_FIRST)
        .map(best -> settled(best, statements))
        .orElseGet(() -> withoutDate(within));
  }

  private Belief withAllOpenKeys(Belief.Dated first) {
    List<String> keys =
        newest.stream()
            .flatMap(claim -> claim.scope().openKeys(asked).stream())
            .distinct()
            .toList();
    return new Belief.Dated(first.decidedBy(), first.contradictedBy(), keys);
  }

  /** A narrow claim leaves a wider one of the same document in force for the rest. */
  private List<DateClaim> newestOfEachDocument() {
    List<DateClaim> kept = new ArrayList<>();
    for (DateClaim claim : covering) {
      ClaimScope scope = claim.scope().leftOpenBy(asked);
      boolean superseded =
          kept.stream()
              .filter(newer -> isSameDocument(newer, claim))
              .anyMatch(newer -> newer.scope().leftOpenBy(asked).includes(scope));
      if (!superseded) {
        kept.add(claim);
      }
    }
    return kept;
  }

  private static boolean isSameDocument(DateClaim one, DateClaim other) {
    return one.evidence().document().equals(other.evidence().document());
  }

  private boolean isStatement(DateClaim claim) {
    return claim.date().isPresent() || isWithdrawal(claim);
  }

  /** A document that stated a date and no longer does has taken it back. */
  private boolean isWithdrawal(DateClaim claim) {
    return claim.date().isEmpty()
        && (claim.certainty() == ClaimCertainty.WITHDRAWN
            || covering.stream()
                .anyMatch(older -> isSameDocument(older, claim) && older.date().isPresent()));
  }

  private boolean isOutweighed(DateClaim claim, List<DateClaim> within) {
    return within.stream()
        .filter(silent -> !isStatement(silent))
        .anyMatch(
            silent ->
                silent.source().kind().compareTo(claim.source().kind()) < 0
                    && silent.isSeenAfter(claim));
  }

  private Belief withoutDate(List<DateClaim> within) {
    boolean hadADate = covering.stream().anyMatch(claim -> claim.date().isPresent());
    return hadADate ? new Belief.Withdrawn(within.get(0)) : new Belief.Silent();
  }

  private Belief settled(DateClaim best, List<DateClaim> statements) {
    List<DateClaim> ofBestSource =
        statements.stream().filter(claim -> isSameDocument(claim, best)).toList();
    DateClaim earliest = ofBestSource.stream().min(BY_DATE).orElse(best);
    List<DateClaim> contradicting =
        statements.stream()
            .filter(claim -> !isSameDocument(claim, best))
            .filter(claim -> claim.isSeenAfter(best) && !claim.date().equals(earliest.date()))
            .toList();
    List<DateClaim> stated =
        Stream.concat(Stream.of(earliest), contradicting.stream()).sorted(BY_DATE).toList();
    if (stated.get(0).date().isEmpty()) {
      return new Belief.Withdrawn(stated.get(0));
    }
    DateClaim planned = stated.get(0);
    List<DateClaim> others =
        stated.stream().filter(claim -> !claim.date().equals(planned.date())).toList();
    return new Belief.Dated(planned, others, List.of());
  }
}
