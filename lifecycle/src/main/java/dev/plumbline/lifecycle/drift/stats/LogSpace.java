package dev.plumbline.lifecycle.drift.stats;

/**
 * Sums of numbers of which only the natural logarithms fit into a double. Strict arithmetic, so
 * that another machine finds the same bits.
 */
public final class LogSpace {

  private LogSpace() {}

  /** log(e^a + e^b). */
  public static double sum(double a, double b) {
    double larger = Math.max(a, b);
    if (Math.min(a, b) == Double.NEGATIVE_INFINITY) {
      return larger;
    }
    return larger + StrictMath.log1p(StrictMath.exp(Math.min(a, b) - larger));
  }

  /** log of the sum of the exponentials; minus infinity of nothing. */
  public static double sum(double[] logs) {
    return sum(logs, logs.length);
  }

  /** The same of the first values only. */
  public static double sum(double[] logs, int count) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      largest = Math.max(largest, logs[i]);
    }
    if (largest == Double.NEGATIVE_INFINITY) {
      return largest;
    }
    double total = 0;
    for (int i = 0; i < count; i++) {
      total += StrictMath.exp(logs[i] - largest);
    }
    return largest + StrictMath.log(total);
  }
}
