package dev.plumbline.lifecycle.drift.comparison;

import dev.plumbline.lifecycle.drift.stats.Interval;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The median of all pairwise means of the differences, and the interval that belongs to the
 * signed-rank test (asymptotic). Means are counted, not kept: ten thousand pairs would be fifty
 * million of them.
 */
final class HodgesLehmann {

  private static final int BISECTIONS = 100;

  private final double[] sorted;

  HodgesLehmann(double[] differences) {
    this.sorted = differences.clone();
    Arrays.sort(sorted);
  }

  double estimate() {
    long means = means();
    return (atRank((means + 1) / 2) + atRank(means / 2 + 1)) / 2;
  }

  Interval interval(double level) {
    double n = sorted.length;
    double z = NormalDistribution.of(0, 1).inverseCumulativeProbability(.5 + level / 2);
    double spread = z * Math.sqrt(n * (n + 1) * (2 * n + 1) / 24);
    long rank = (long) Math.floor(n * (n + 1) / 4 - spread);
    if (rank < 1) {
      return new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
    return new Interval(atRank(rank), atRank(means() - rank + 1));
  }

  private long means() {
    return (long) sorted.length * (sorted.length + 1) / 2;
  }

  /** The rank-th smallest mean, counted from 1. */
  private double atRank(long rank) {
    double low = sorted[0];
    double high = sorted[sorted.length - 1];
    if (atMost(low) >= rank) {
      return low;
    }
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = low + (high - low) / 2;
      if (middle <= low || middle >= high) {
        break;
      }
      if (atMost(middle) >= rank) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  /** How many pairwise means, each value with itself among them, are at most the limit. */
  private long atMost(double limit) {
    long count = 0;
    int right = sorted.length - 1;
    for (int left = 0; left < sorted.length; left++) {
      while (right >= left && (sorted[left] + sorted[right]) / 2 > limit) {
        right--;
      }
      if (right < left) {
        break;
      }
      count += right - left + 1;
    }
    return count;
  }
}
