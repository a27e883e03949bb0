package dev.plumbline.lifecycle.deprecation.imports;

import dev.plumbline.lifecycle.deprecation.Belief;
import dev.plumbline.lifecycle.deprecation.Circumstances;
import dev.plumbline.lifecycle.deprecation.ClaimKey;
import dev.plumbline.lifecycle.deprecation.ClaimScope;
import dev.plumbline.lifecycle.deprecation.CustomerClass;
import dev.plumbline.lifecycle.deprecation.DateClaim;
import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import dev.plumbline.lifecycle.deprecation.LifeClock;
import dev.plumbline.lifecycle.deprecation.Subject;
import dev.plumbline.lifecycle.deprecation.moves.DateMoves;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Believes first without and then with a document, and tells the difference. */
final class ProposalDiff {

  private record SubjectClock(Subject subject, LifeClock clock) {

    static SubjectClock of(DateClaim claim) {
      return new SubjectClock(claim.subject(), claim.clock());
    }
  }

  private final Reading reading;
  private final Map<SubjectClock, List<DateClaim>> before;
  private final Map<SubjectClock, List<DateClaim>> after;

  ProposalDiff(DeprecationCalendar believed, Reading reading) {
    this.reading = reading;
    this.before = bySubject(believed.claims());
    this.after = bySubject(believed.with(reading.claims()).claims());
  }

  private static Map<SubjectClock, List<DateClaim>> bySubject(Collection<DateClaim> claims) {
    Map<SubjectClock, List<DateClaim>> bySubject = new LinkedHashMap<>();
    for (DateClaim claim : claims) {
      bySubject.computeIfAbsent(SubjectClock.of(claim), key -> new ArrayList<>()).add(claim);
    }
    return bySubject;
  }

  /** One change for each clock and scope; of several rows about the same, the first is named. */
  List<ProposedChange> changes() {
    Map<ClaimKey, ProposedChange> changes = new LinkedHashMap<>();
    for (Reading.Stated row : reading.stated()) {
      if (row.claim().subject().kind() != Subject.Kind.NOT_AFFECTED) {
        changes.computeIfAbsent(row.claim().key(), key -> change(row));
      }
    }
    return List.copyOf(changes.values());
  }

  private ProposedChange change(Reading.Stated row) {
    SubjectClock key = SubjectClock.of(row.claim());
    Circumstances asked = circumstances(row.claim().scope());
    Belief old = Belief.of(before.getOrDefault(key, List.of()), asked);
    Belief now = Belief.of(after.getOrDefault(key, List.of()), asked);
    return new ProposedChange(
        row.where(),
        row.claim(),
        old.findDated().map(Belief.Dated::date),
        now.findDated().map(Belief.Dated::date),
        DateMoves.between(row.claim().evidence().knownOn(), old, now));
  }

  /** Somebody whom the row is about. */
  private static Circumstances circumstances(ClaimScope scope) {
    return new Circumstances(
        first(scope.customers()).orElse(CustomerClass.UNKNOWN),
        first(scope.deployments()),
        first(scope.regions()),
        first(scope.clouds()));
  }

  private static <T extends Comparable<T>> Optional<T> first(Collection<T> values) {
    return values.stream().sorted().findFirst();
  }
}
