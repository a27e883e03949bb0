package dev.plumbline.lifecycle.drift.stats;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.LogGamma;

/**
 * The logarithm of the gamma function at offset + 0, 1, 2, …: counts grow by steps, so a table
 * answers what the function would compute thousands of times a cycle. Grows on demand up to a
 * limit, beyond which the function is asked. Not for use by several threads.
 */
public final class LogGammaTable {

  private static final int LARGEST = 1 << 18;

  private final double offset;
  private double[] values;
  private int filled;

  public LogGammaTable(double offset) {
    if (!(offset > 0)) {
      throw new IllegalArgumentException("offset " + offset + " is not positive");
    }
    this.offset = offset;
    this.values = new double[256];
  }

  /** The log gamma function at offset + count. */
  public double at(long count) {
    if (count >= LARGEST) {
      return LogGamma.value(offset + count);
    }
    if (count >= filled) {
      fillTo((int) count);
    }
    return values[(int) count];
  }

  private void fillTo(int count) {
    if (count >= values.length) {
      values = Arrays.copyOf(values, Math.min(LARGEST, Math.max(count + 1, 2 * values.length)));
    }
    for (; filled < values.length; filled++) {
      values[filled] = LogGamma.value(offset + filled);
    }
  }
}
