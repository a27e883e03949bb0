package dev.plumbline.pricing.catalogue;

import dev.plumbline.core.hash.Sha256;
import java.util.Collection;
import java.util.stream.Collectors;

/** Names derived from content, so that equal facts have equal names on every machine. */
final class ContentHash {

  private static final int ROW_DIGITS = 12;

  private ContentHash() {}

  /** Twelve hex digits over everything that is claimed, but not when we learned it. */
  static String ofClaim(PriceKey key, Rate rate, PricePeriod period, PriceSource evidence) {
    return hex(String.join(
            "\u001f", claim(key), rate.toString(), period.toString(), evidence.source().name()))
        .substring(0, ROW_DIGITS);
  }

  private static String claim(PriceKey key) {
    return String.join(
        "\u001f",
        key.provider().key(),
        key.model(),
        Boolean.toString(key.fineTuned()),
        key.component().label(),
        key.tier().label(),
        key.variant(),
        key.contextAbove().isPresent() ? Long.toString(key.contextAbove().getAsLong()) : "");
  }

  /** The order of the rows does not matter. */
  static String ofRows(Collection<ListPrice> rows) {
    return hex(rows.stream()
            .map(row -> row.id() + row.recording())
            .sorted()
            .collect(Collectors.joining("\n")))
        .substring(0, ROW_DIGITS);
  }

  private static String hex(String text) {
    return Sha256.hex(text);
  }
}
