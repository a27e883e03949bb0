package dev.plumbline.pricing.dataset;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many rows have how many tokens. Exact, and small: there are far fewer different sizes than
 * rows.
 *
 * @param rowsBySize number of rows by tokens per row
 */
public record RowSizes(SortedMap<Long, Long> rowsBySize) {

  public RowSizes {
    rowsBySize = Collections.unmodifiableSortedMap(new TreeMap<>(rowsBySize));
  }

  public long rows() {
    return rowsBySize.values().stream().mapToLong(Long::longValue).sum();
  }

  public boolean isEmpty() {
    return rowsBySize.isEmpty();
  }

  public long smallest() {
    return rowsBySize.isEmpty() ? 0 : rowsBySize.firstKey();
  }

  public long largest() {
    return rowsBySize.isEmpty() ? 0 : rowsBySize.lastKey();
  }

  public long totalTokens() {
    return totalCutAt(Long.MAX_VALUE);
  }

  /** Tokens of all rows when each is cut at a limit, as training cuts what its context lacks. */
  public long totalCutAt(long limit) {
    long total = 0;
    for (Map.Entry<Long, Long> size : rowsBySize.entrySet()) {
      total =
          Math.addExact(total, Math.multiplyExact(Math.min(size.getKey(), limit), size.getValue()));
    }
    return total;
  }

  public long rowsLongerThan(long limit) {
    return rowsBySize.tailMap(limit + 1).values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * The size below which a share of the rows lies, interpolated linearly between order statistics
   * at position (n - 1) * percent / 100.
   *
   * @param percent 0 to 100
   * @return two decimals; 0 without rows
   */
  public BigDecimal percentile(int percent) {
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException("a percentile lies between 0 and 100: " + percent);
    }
    if (isEmpty()) {
      return BigDecimal.ZERO;
    }
    long hundredths = Math.multiplyExact(rows() - 1, percent);
    long below = sizeAt(hundredths / 100);
    long above = sizeAt(Math.min(hundredths / 100 + 1, rows() - 1));
    BigDecimal share = BigDecimal.valueOf(hundredths % 100, 2);
    return BigDecimal.valueOf(below)
        .add(BigDecimal.valueOf(above - below).multiply(share))
        .setScale(2, RoundingMode.HALF_EVEN);
  }

  private long sizeAt(long position) {
    long seen = 0;
    for (Map.Entry<Long, Long> size : rowsBySize.entrySet()) {
      seen += size.getValue();
      if (position < seen) {
        return size.getKey();
      }
    }
    throw new IllegalArgumentException("there is no row " + position);
  }
}
