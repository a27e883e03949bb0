package dev.plumbline.api.estimates;

import dev.plumbline.api.estimates.ResultView.Bin;
import dev.plumbline.api.web.Shown;
import dev.plumbline.pricing.dataset.RowSizes;
import java.util.ArrayList;
import java.util.List;

/** Rows by their number of tokens, in at most twenty ranges of equal width. */
final class Histogram {

  private static final long MOST_BINS = 20;

  private Histogram() {}

  static List<Bin> of(RowSizes sizes) {
    if (sizes.isEmpty()) {
      return List.of();
    }
    long width = width(sizes.largest() - sizes.smallest() + 1);
    long first = sizes.smallest() / width * width;
    List<Bin> bins = new ArrayList<>();
    for (long from = first; from <= sizes.largest(); from += width) {
      long rows =
          sizes.rowsBySize().subMap(from, from + width).values().stream()
              .mapToLong(Long::longValue)
              .sum();
      String range = Shown.count(from) + "–" + Shown.count(from + width - 1);
      bins.add(new Bin(range, rows, Shown.count(rows)));
    }
    return bins;
  }

  /** The next of 1, 2, 5, 10, 20, 50, … that needs no more than the allowed ranges. */
  private static long width(long span) {
    long decade = 1;
    while (true) {
      for (long step : new long[] {1, 2, 5}) {
        if (span <= step * decade * (MOST_BINS - 1)) {
          return step * decade;
        }
      }
      decade *= 10;
    }
  }
}
