package dev.plumbline.api.prices;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.plumbline.pricing.catalogue.ListPrice;
import dev.plumbline.pricing.catalogue.PriceKey;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Claims of several sources about the same price at the same time that cannot all be right. */
@Schema(name = "PriceConflict")
record Conflict(String provider, String model, String component, List<PriceView> claims) {

  static List<Conflict> among(Collection<ListPrice> believed) {
    return believed.stream()
        .collect(groupingBy(ListPrice::key, LinkedHashMap::new, toList()))
        .entrySet()
        .stream()
        .map(same -> of(same.getKey(), same.getValue()))
        .filter(conflict -> !conflict.claims.isEmpty())
        .toList();
  }

  private static Conflict of(PriceKey key, List<ListPrice> same) {
    List<PriceView> claims =
        same.stream()
            .filter(one -> same.stream().anyMatch(other -> rivals(one, other)))
            .map(PriceView::of)
            .toList();
    return new Conflict(key.provider().key(), key.model(), key.component().label(), claims);
  }

  /** Whether two rows claim different prices for the same thing and time. */
  static boolean rivals(ListPrice one, ListPrice other) {
    return one.key().equals(other.key())
        && !one.source().name().equals(other.source().name())
        && !one.agreesWith(other)
        && one.period().overlaps(other.period());
  }
}
