package dev.plumbline.api.deprecations;

import dev.plumbline.lifecycle.deprecation.DateClaim;
import dev.plumbline.lifecycle.deprecation.LifeClock;
import dev.plumbline.lifecycle.deprecation.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a statement says anything that is not known. An interface that is asked every day says
 * the same every day; that is only worth a row when somebody else said something in between, for
 * then it settles or renews a dispute.
 */
final class Restatements {

  private record About(Subject subject, LifeClock clock) {

    static About of(DateClaim claim) {
      return new About(claim.subject(), claim.clock());
    }
  }

  private final Map<About, List<DateClaim>> known = new HashMap<>();

  Restatements(Collection<DateClaim> claims) {
    claims.forEach(this::add);
  }

  void add(DateClaim claim) {
    known.computeIfAbsent(About.of(claim), about -> new ArrayList<>()).add(claim);
  }

  boolean isKnown(DateClaim said) {
    List<DateClaim> about = known.getOrDefault(About.of(said), List.of());
    Optional<DateClaim> last =
        about.stream()
            .filter(claim -> isSameDocument(claim, said) && claim.key().equals(said.key()))
            .filter(claim -> !claim.evidence().knownOn().isAfter(said.evidence().knownOn()))
            .max(
                Comparator.comparing((DateClaim claim) -> claim.evidence().knownOn())
                    .thenComparing(claim -> claim.evidence().recordedAt()));
    return last.filter(claim -> claim.statement().equals(said.statement()))
        .filter(claim -> about.stream().noneMatch(other -> isBetween(claim, other, said)))
        .isPresent();
  }

  private static boolean isBetween(DateClaim first, DateClaim other, DateClaim second) {
    return !isSameDocument(other, second)
        && !other.evidence().knownOn().isBefore(first.evidence().knownOn())
        && !other.evidence().knownOn().isAfter(second.evidence().knownOn())
        && second.evidence().knownOn().isAfter(first.evidence().knownOn());
  }

  private static boolean isSameDocument(DateClaim one, DateClaim other) {
    return one.evidence().document().equals(other.evidence().document());
  }
}
