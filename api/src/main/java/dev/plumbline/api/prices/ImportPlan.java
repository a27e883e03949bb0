package dev.plumbline.api.prices;

import static java.util.stream.Collectors.groupingBy;

import dev.plumbline.pricing.catalogue.ListPrice;
import dev.plumbline.pricing.catalogue.PriceKey;
import dev.plumbline.pricing.catalogue.PriceSource;
import dev.plumbline.pricing.catalogue.Recording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an import has to do, so that what is believed afterwards is what it brings.
 *
 * <p>A row that is gone is closed at the moment of the import, never deleted. A row that takes the
 * place of another one begins to be believed at that moment; any other keeps the moment that its
 * file states, so a new installation knows the same past as the file.
 *
 * @param closing stored rows that are no longer believed
 * @param adding rows to insert
 */
record ImportPlan(List<ListPrice> closing, List<ListPrice> adding, Counts counts) {

  /** How many things differ: new ones, ones with another price, ones without a price any more. */
  record Counts(int added, int changed, int closed, int unchanged) {}

  /** The thing that is sold and who says so: what one source may not contradict itself about. */
  private record Subject(PriceKey key, String source) {
    static Subject of(ListPrice row) {
      return new Subject(row.key(), row.source().name());
    }
  }

  /** A claim with its evidence; equal ones need no action. */
  private record Claim(String id, PriceSource evidence) {
    static Claim of(ListPrice row) {
      return new Claim(row.id(), row.evidence());
    }
  }

  static ImportPlan of(
      Collection<ListPrice> stored, Collection<ListPrice> brought, Instant moment) {
    Set<Claim> wanted = claims(believed(brought));
    Set<Claim> present = claims(believed(stored));
    List<ListPrice> closing =
        believed(stored).stream().filter(row -> !wanted.contains(Claim.of(row))).toList();
    List<ListPrice> fresh =
        believed(brought).stream().filter(row -> !present.contains(Claim.of(row))).toList();
    List<ListPrice> adding = new ArrayList<>(placed(fresh, stored, moment));
    adding.addAll(history(brought, stored));
    return new ImportPlan(
        closing, List.copyOf(adding), count(closing, fresh, wanted.size() - fresh.size()));
  }

  private static List<ListPrice> believed(Collection<ListPrice> rows) {
    return rows.stream().filter(row -> row.supersededAt().isEmpty()).toList();
  }

  private static Set<Claim> claims(Collection<ListPrice> rows) {
    Set<Claim> claims = new HashSet<>();
    rows.forEach(row -> claims.add(Claim.of(row)));
    return claims;
  }

  private static List<ListPrice> placed(
      List<ListPrice> fresh, Collection<ListPrice> stored, Instant moment) {
    Map<Subject, List<ListPrice>> bySubject = stored.stream().collect(groupingBy(Subject::of));
    return fresh.stream()
        .map(
            row ->
                contradicted(row, bySubject.getOrDefault(Subject.of(row), List.of()))
                    ? recorded(row, moment)
                    : row)
        .toList();
  }

  /** Whether something else was believed here since the moment that the row states. */
  private static boolean contradicted(ListPrice row, List<ListPrice> stored) {
    return stored.stream()
        .filter(other -> other.period().overlaps(row.period()))
        .anyMatch(
            other -> other.supersededAt().map(end -> end.isAfter(row.recordedAt())).orElse(true));
  }

  private static ListPrice recorded(ListPrice row, Instant moment) {
    return new ListPrice(
        row.id(),
        row.key(),
        row.rate(),
        row.period(),
        new Recording(moment, Optional.empty()),
        row.evidence());
  }

  /** Rows that the file itself no longer believes, for things that nothing is stored about. */
  private static List<ListPrice> history(
      Collection<ListPrice> brought, Collection<ListPrice> stored) {
    Set<Subject> known = new HashSet<>();
    stored.forEach(row -> known.add(Subject.of(row)));
    return brought.stream()
        .filter(row -> row.supersededAt().isPresent())
        .filter(row -> !known.contains(Subject.of(row)))
        .toList();
  }

  private static Counts count(List<ListPrice> closing, List<ListPrice> fresh, int unchanged) {
    Set<Subject> gone = new HashSet<>();
    closing.forEach(row -> gone.add(Subject.of(row)));
    Set<Subject> come = new HashSet<>();
    fresh.forEach(row -> come.add(Subject.of(row)));
    int changed = (int) fresh.stream().filter(row -> gone.contains(Subject.of(row))).count();
    int closed = (int) closing.stream().filter(row -> !come.contains(Subject.of(row))).count();
    return new Counts(fresh.size() - changed, changed, closed, unchanged);
  }
}
