package dev.plumbline.lifecycle.deprecation;

import dev.plumbline.lifecycle.deprecation.Subject.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All claims, by clock and subject. */
final class ClaimIndex {

  private record Key(LifeClock clock, Subject subject) {}

  private final Map<Key, List<DateClaim>> bySubject = new LinkedHashMap<>();
  private final List<Subject> families;

  ClaimIndex(Collection<DateClaim> claims) {
    for (DateClaim claim : claims) {
      bySubject
          .computeIfAbsent(new Key(claim.clock(), claim.subject()), subject -> new ArrayList<>())
          .add(claim);
    }
    this.families =
        claims.stream()
            .map(DateClaim::subject)
            .filter(subject -> subject.kind() == Kind.FAMILY)
            .distinct()
            .sorted(Comparator.comparing((Subject family) -> family.name().length()).reversed())
            .toList();
  }

  boolean has(AskedModel asked, LifeClock clock, Kind kind) {
    return subjects(asked, kind).anyMatch(of -> bySubject.containsKey(new Key(clock, of)));
  }

  /** Every claim that some rule may take into account. */
  Stream<DateClaim> about(AskedModel asked) {
    return Arrays.stream(Kind.values())
        .flatMap(kind -> subjects(asked, kind))
        .flatMap(
            subject ->
                Arrays.stream(LifeClock.values())
                    .flatMap(
                        clock ->
                            bySubject.getOrDefault(new Key(clock, subject), List.of()).stream()));
  }

  /** What is believed of the first subject of this kind that has a date. */
  Optional<ClockEnd.Known> believed(
      AskedModel asked, LifeClock clock, Kind kind, ShutdownRule rule) {
    return subjects(asked, kind)
        .map(of -> bySubject.getOrDefault(new Key(clock, of), List.of()))
        .flatMap(claims -> Belief.of(claims, asked.question().circumstances()).findDated().stream())
        .map(belief -> ClockEnd.Known.of(belief, rule))
        .findFirst();
  }

  private Stream<Subject> subjects(AskedModel asked, Kind kind) {
    return switch (kind) {
      case BASE, TUNED, FOLLOWS_BASE, NOT_AFFECTED ->
          asked.baseNames().stream().map(name -> new Subject(asked.provider(), kind, name));
      case FAMILY -> families.stream().filter(family -> isFamily(family, asked));
      case FINE_TUNE -> Stream.of(new Subject(asked.provider(), kind, asked.model().canonical()));
      case GATE -> Stream.of(Subject.allFineTuning(asked.provider()));
    };
  }

  private static boolean isFamily(Subject family, AskedModel asked) {
    return family.provider().equals(asked.provider())
        && asked.baseNames().stream().anyMatch(family::isFamilyOf);
  }
}
