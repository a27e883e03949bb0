package dev.plumbline.lifecycle.drift.stats;

/** A confidence interval; its level is said by whoever made it. Bounds may be infinite. */
public record Interval(double lower, double upper) {

  public Interval {
    if (!(lower <= upper)) {
      throw new IllegalArgumentException("no interval: " + lower + " to " + upper);
    }
  }

  public boolean contains(double value) {
    return lower <= value && value <= upper;
  }
}
