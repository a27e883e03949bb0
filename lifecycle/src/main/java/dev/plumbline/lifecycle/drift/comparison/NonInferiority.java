package dev.plumbline.lifecycle.drift.comparison;

import dev.plumbline.lifecycle.drift.stats.Interval;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Whether a new model is at most a margin worse than the old one on the same prompts: Tango's score
 * test, one-sided. Asymptotic; measured rejection at the boundary 4.98 % for 5 % with 300 pairs.
 * Graders must not know the side. All metrics that are required pass at alpha each, without
 * correction; choosing among several candidates needs Holm.
 *
 * @param z score at the margin
 * @param p one-sided
 * @param interval of new minus old at 1 - 2 alpha, which belongs to the one-sided test
 * @param pairsNeeded pairs for a power of .8 if nothing changed, at the share of differing pairs
 *     that was seen
 */
public record NonInferiority(
    Outcome outcome, double difference, double z, double p, Interval interval, long pairsNeeded) {

  /** What the pairs say. */
  public enum Outcome {
    NON_INFERIOR,
    /** Even the upper limit is below the margin. */
    INFERIOR,
    INCONCLUSIVE
  }

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final double POWER = .8;

  /**
   * Judges pairs of passes and failures.
   *
   * @param margin in points of the pass rate, for example .05
   * @param alpha one-sided, .05 or .025
   */
  public static NonInferiority of(McNemarTest pairs, double margin, double alpha) {
    requireShares(margin, alpha);
    var difference = new PairedDifference(pairs.passToFail(), pairs.failToPass(), pairs.pairs());
    double z = difference.score(-margin);
    double p = NORMAL.survivalProbability(z);
    Interval interval = difference.interval(1 - 2 * alpha);
    double differing = (double) (pairs.passToFail() + pairs.failToPass()) / pairs.pairs();
    return new NonInferiority(
        outcome(p < alpha, interval, margin),
        difference.estimate(),
        z,
        p,
        interval,
        pairsNeeded(Math.max(differing, 1.0 / pairs.pairs()), margin, alpha));
  }

  /**
   * Pairs for a power of .8 at no true difference.
   *
   * @param differing share of pairs that differ
   */
  public static long pairsNeeded(double differing, double margin, double alpha) {
    requireShares(margin, alpha);
    double quantiles =
        NORMAL.inverseCumulativeProbability(1 - alpha) + NORMAL.inverseCumulativeProbability(POWER);
    return (long) Math.ceil(quantiles * quantiles * differing / (margin * margin));
  }

  /** One-sided p-value that cost, length or latency grew by less than the margin. */
  public static double ofRatio(PairedValues values, double margin) {
    return new SignedRankTest(values).withinMargin(margin);
  }

  private static Outcome outcome(boolean shown, Interval interval, double margin) {
    if (shown) {
      return Outcome.NON_INFERIOR;
    }
    return interval.upper() < -margin ? Outcome.INFERIOR : Outcome.INCONCLUSIVE;
  }

  private static void requireShares(double margin, double alpha) {
    if (!(margin > 0 && margin < 1) || !(alpha > 0 && alpha < .5)) {
      throw new IllegalArgumentException("a margin of %s at alpha %s".formatted(margin, alpha));
    }
  }
}
