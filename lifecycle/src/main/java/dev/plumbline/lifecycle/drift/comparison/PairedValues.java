package dev.plumbline.lifecycle.drift.comparison;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Values of the same prompts before and now: length, latency, cost or a score. Ratio measures are
 * compared on the logarithm, so every value must be above 0.
 */
public record PairedValues(Measure measure, List<Double> reference, List<Double> now) {

  public PairedValues {
    reference = List.copyOf(reference);
    now = List.copyOf(now);
    if (reference.size() != now.size() || reference.isEmpty()) {
      throw new IllegalArgumentException(
          "%d values before and %d now are no pairs".formatted(reference.size(), now.size()));
    }
    check(measure, reference);
    check(measure, now);
  }

  private static void check(Measure measure, List<Double> values) {
    for (double value : values) {
      if (!Double.isFinite(value) || (measure.isRatio() && value <= 0)) {
        throw new IllegalArgumentException("a value of %s for %s".formatted(value, measure));
      }
    }
  }

  /** New minus old; for ratio measures of the logarithms. */
  double[] differences() {
    return IntStream.range(0, reference.size())
        .mapToDouble(
            i ->
                measure.isRatio()
                    ? StrictMath.log(now.get(i)) - StrictMath.log(reference.get(i))
                    : now.get(i) - reference.get(i))
        .toArray();
  }

  /** From the scale of differences to the one that is told. */
  double told(double difference) {
    return measure.isRatio() ? StrictMath.expm1(difference) : difference;
  }
}
