package dev.plumbline.lifecycle.drift.stats;

import java.util.Arrays;

/**
 * The e-BH procedure (Wang and Ramdas, 2022): of K e-values reject the i largest, where i is the
 * largest with E_(i) at least K / (alpha i).
 *
 * <p>Proven: the expected share of false rejections is at most alpha under any dependence, at any
 * stopping time, as long as each value is an e-value; when nothing has changed at all, so is the
 * chance of any rejection. It fails to the extent that an input is no e-value, therefore streams
 * whose bound is only measured are judged apart from those whose bound is proven.
 */
public final class EBenjaminiHochberg {

  private EBenjaminiHochberg() {}

  /**
   * Which are rejected, in the order given.
   *
   * @param logs natural logarithms of the e-values
   * @param streams K, at least as many as values are given: those not given count as no evidence
   */
  public static boolean[] rejected(double[] logs, int streams, double alpha) {
    if (streams < logs.length || !(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException(
          "%d values of %d streams at alpha %s".formatted(logs.length, streams, alpha));
    }
    double[] sorted = logs.clone();
    Arrays.sort(sorted);
    double least = Double.POSITIVE_INFINITY;
    for (int i = sorted.length; i >= 1; i--) {
      double value = sorted[sorted.length - i];
      if (value >= logThreshold(streams, alpha, i)) {
        least = value;
        break;
      }
    }
    boolean[] rejected = new boolean[logs.length];
    for (int i = 0; i < logs.length; i++) {
      rejected[i] = logs[i] >= least;
    }
    return rejected;
  }

  /** log(K / (alpha i)): what the i-th largest must reach; i = 1 is what one alone must reach. */
  public static double logThreshold(int streams, double alpha, int i) {
    return StrictMath.log(streams / (alpha * i));
  }
}
