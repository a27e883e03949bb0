package dev.plumbline.pricing.catalogue;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** One source cannot claim two prices for the same thing at the same time. */
final class Overlaps {

  private static final Comparator<ListPrice> BY_START =
      Comparator.comparing(row -> row.validFrom().day().orElse(LocalDate.MIN));

  private record Claimed(PriceKey key, String source) {}

  private Overlaps() {}

  static void refuse(Collection<ListPrice> rows) {
    rows.stream()
        .collect(groupingBy(row -> new Claimed(row.key(), row.source().name())))
        .values()
        .forEach(Overlaps::refuseAmong);
  }

  /** In the order of their starts, only neighbours need to be compared. */
  private static void refuseAmong(List<ListPrice> same) {
    List<ListPrice> ordered = same.stream().sorted(BY_START).toList();
    for (int i = 1; i < ordered.size(); i++) {
      if (ordered.get(i - 1).period().overlaps(ordered.get(i).period())) {
        fail(ordered.get(i - 1), ordered.get(i));
      }
    }
  }

  private static void fail(ListPrice one, ListPrice other) {
    throw new IllegalArgumentException(
        "two prices of one source overlap: %s %s %s %s (%s) and %s (%s)"
            .formatted(
                one.provider(),
                one.model(),
                one.component(),
                one.rate(),
                one.period(),
                other.rate(),
                other.period()));
  }
}
