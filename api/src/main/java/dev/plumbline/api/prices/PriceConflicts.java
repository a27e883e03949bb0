package dev.plumbline.api.prices;

import static java.util.stream.Collectors.groupingBy;

import dev.plumbline.api.web.PriceWords;
import dev.plumbline.core.evidence.Source;
import dev.plumbline.pricing.catalogue.ListPrice;
import dev.plumbline.pricing.catalogue.PriceKey;
import java.util.List;
import java.util.Map;

/** Rows that claim different prices for the same thing at the same time. */
final class PriceConflicts {

  private final Map<PriceKey, List<ListPrice>> byKey;

  PriceConflicts(List<ListPrice> believed) {
    this.byKey = believed.stream().collect(groupingBy(ListPrice::key));
  }

  /** The rows that contradict this one. */
  List<ListPrice> with(ListPrice row) {
    return byKey.getOrDefault(row.key(), List.of()).stream()
        .filter(other -> !other.id().equals(row.id()))
        .filter(other -> other.period().overlaps(row.period()))
        .filter(other -> !other.agreesWith(row))
        .toList();
  }

  boolean has(ListPrice row) {
    return !with(row).isEmpty();
  }

  /** Why one row is used and not the other, in one sentence. */
  static String why(ListPrice used, ListPrice other) {
    Source.Kind better = used.source().kind();
    Source.Kind worse = other.source().kind();
    if (better != worse) {
      return "Used because a source of the kind \"%s\" counts more than \"%s\"."
          .formatted(PriceWords.sourceKind(better), PriceWords.sourceKind(worse));
    }
    if (used.certainty() != other.certainty()) {
      return "Used because its certainty is %s, the other's %s."
          .formatted(used.certainty().label(), other.certainty().label());
    }
    return "Used because it was recorded later: %s against %s."
        .formatted(used.recordedAt(), other.recordedAt());
  }
}
