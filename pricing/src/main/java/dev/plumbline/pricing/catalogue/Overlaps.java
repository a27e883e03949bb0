package dev.plumbline.pricing.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One source cannot claim two prices for the same thing at the same time. */
final class Overlaps {

  private record Claimed(PriceKey key, String source) {}

  private Overlaps() {}

  static void refuse(Collection<ListPrice> rows) {
    Map<Claimed, List<ListPrice>> seen = new HashMap<>();
    for (ListPrice row : rows) {
      var same =
          seen.computeIfAbsent(new Claimed(row.key(), row.source().name()), k -> new ArrayList<>());
      same.stream()
          .filter(other -> other.period().overlaps(row.period()))
          .findFirst()
          .ifPresent(other -> fail(other, row));
      same.add(row);
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
