package dev.plumbline.pricing.catalogue;

import dev.plumbline.core.evidence.Source;
import java.util.Comparator;

/**
 * Which of several rows for the same thing and time holds: the provider's document, the provider's
 * API, what a person entered, a public catalogue, a third party; then the surer, then the newer.
 */
final class SourceOrder {

  static final Comparator<ListPrice> BEST_FIRST =
      Comparator.comparingInt((ListPrice row) -> rank(row.source().kind()))
          .thenComparing(ListPrice::certainty)
          .thenComparing(ListPrice::recordedAt, Comparator.reverseOrder())
          .thenComparing(ListPrice::id);

  private SourceOrder() {}

  private static int rank(Source.Kind kind) {
    return switch (kind) {
      case PROVIDER_PAGE -> 0;
      case PROVIDER_API -> 1;
      case MANUAL -> 2;
      case MIRROR -> 3;
      case THIRD_PARTY -> 4;
    };
  }
}
