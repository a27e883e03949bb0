package dev.plumbline.lifecycle.drift.stats;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Holm's step-down correction (1979): the chance of one or more false rejections among several
 * tests stays below alpha, whatever their dependence. Proven, as long as each p-value is valid.
 */
public final class Holm {

  private Holm() {}

  /** Adjusted p-values in the order given; reject where one is at most alpha. */
  public static double[] adjusted(double... p) {
    Integer[] order = new Integer[p.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> p[i]));
    double[] adjusted = new double[p.length];
    double running = 0;
    for (int rank = 0; rank < order.length; rank++) {
      double value = p[order[rank]];
      if (!(value >= 0 && value <= 1)) {
        throw new IllegalArgumentException("no p-value: " + value);
      }
      running = Math.max(running, Math.min(1, (p.length - rank) * value));
      adjusted[order[rank]] = running;
    }
    return adjusted;
  }
}
