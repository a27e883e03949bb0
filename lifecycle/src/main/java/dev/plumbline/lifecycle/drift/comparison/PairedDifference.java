package dev.plumbline.lifecycle.drift.comparison;

import dev.plumbline.lifecycle.drift.stats.Interval;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The difference of two pass rates on the same prompts, new minus old, by the score statistic of
 * Tango (Statistics in Medicine, 1998). Asymptotic; measured rejection at the boundary 4.98 % for 5
 * % with 300 pairs.
 */
record PairedDifference(long passToFail, long failToPass, long pairs) {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final int BISECTIONS = 80;

  double estimate() {
    return (double) (failToPass - passToFail) / pairs;
  }

  Effect effect() {
    return new Effect(Measure.PASS_RATE, estimate(), Optional.of(interval(Effect.LEVEL)));
  }

  /** Standard normal under a true difference of {@code difference}. */
  double score(double difference) {
    double variance = pairs * (2 * discordant(difference) + difference * (1 - difference));
    double distance = failToPass - passToFail - pairs * difference;
    if (variance <= 0) {
      return distance == 0 ? 0 : Math.copySign(Double.POSITIVE_INFINITY, distance);
    }
    return distance / Math.sqrt(variance);
  }

  /** The maximum likelihood share of pairs that passed before and fail now, at that difference. */
  double discordant(double difference) {
    double a = 2.0 * pairs;
    double b = -failToPass - passToFail + (2.0 * pairs - failToPass + passToFail) * difference;
    double c = -passToFail * difference * (1 - difference);
    return (Math.sqrt(Math.max(0, b * b - 4 * a * c)) - b) / (2 * a);
  }

  /** All differences that the score does not refuse. */
  Interval interval(double level) {
    double z = NORMAL.inverseCumulativeProbability(.5 + level / 2);
    return new Interval(bound(-1, estimate(), z), bound(1, estimate(), z));
  }

  private double bound(double refused, double accepted, double z) {
    double outside = refused;
    double inside = accepted;
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (outside + inside) / 2;
      if (Math.abs(score(middle)) <= z) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return inside;
  }
}
