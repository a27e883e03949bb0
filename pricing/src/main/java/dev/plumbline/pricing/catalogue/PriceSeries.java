package dev.plumbline.pricing.catalogue;

import dev.plumbline.pricing.catalogue.PriceLookup.Found;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The prices of one thing over time. The answer of every stretch of time is settled when the series
 * is built, conflicts included; a lookup only searches the sorted starts.
 */
final class PriceSeries {

  /** A stretch of time without a price. */
  static final Stretch GAP = new Stretch(new long[0], List.of());

  private final long[] starts;
  private final List<Stretch> stretches;

  /**
   * @param starts epoch seconds, ascending; each stretch ends where the next one starts
   */
  PriceSeries(List<Long> starts, List<Stretch> stretches) {
    this.starts = starts.stream().mapToLong(Long::longValue).toArray();
    this.stretches = List.copyOf(stretches);
  }

  Stretch at(long epochSecond) {
    int found = Arrays.binarySearch(starts, epochSecond);
    int index = found >= 0 ? found : -found - 2;
    return index < 0 ? GAP : stretches.get(index);
  }

  boolean startsAfter(long epochSecond) {
    return starts.length > 0 && starts[0] > epochSecond;
  }

  /** Every row that is the answer at some time, in the order of time. */
  List<ListPrice> answers() {
    return stretches.stream()
        .flatMap(stretch -> stretch.bands.stream())
        .map(Found::price)
        .distinct()
        .toList();
  }

  /** The answers of a stretch of time, by context band. */
  static final class Stretch {

    private static final long BASE = -1;

    private final long[] above;
    private final List<Found> bands;

    /**
     * @param above thresholds, ascending, {@link #BASE} for the price without one
     */
    private Stretch(long[] above, List<Found> bands) {
      this.above = above;
      this.bands = bands;
    }

    /**
     * @param bands ascending by threshold, the price without one first
     */
    static Stretch of(List<Found> bands) {
      long[] above =
          bands.stream().mapToLong(found -> found.price().contextAbove().orElse(BASE)).toArray();
      return new Stretch(above, List.copyOf(bands));
    }

    /** The band of the highest threshold that the request is strictly above. */
    Optional<Found> find(long contextTokens) {
      for (int i = above.length - 1; i >= 0; i--) {
        if (contextTokens > above[i]) {
          return Optional.of(bands.get(i));
        }
      }
      return Optional.empty();
    }

    boolean isGap() {
      return bands.isEmpty();
    }

    boolean hasThresholds() {
      return above.length > 0 && above[above.length - 1] != BASE;
    }

    /** Whether a request of this size has left the base price. */
    boolean passesThreshold(long contextTokens) {
      return find(contextTokens)
          .map(found -> found.price().contextAbove().isPresent())
          .orElse(false);
    }
  }
}
