package dev.plumbline.lifecycle.drift.stats;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/**
 * Successes out of trials: schema conformance, format, refusal, alarms of a simulation.
 *
 * @param trials at least one
 */
public record Rate(long successes, long trials) {

  public Rate {
    if (successes < 0 || trials < 1 || successes > trials || trials > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("no rate: " + successes + " of " + trials);
    }
  }

  public double value() {
    return (double) successes / trials;
  }

  /**
   * Wilson's score interval (1927). Its coverage is close to the level on average over rates, not
   * guaranteed for each.
   *
   * @param level two-sided, for example .95
   */
  public Interval wilson(double level) {
    var interval =
        BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(
            (int) trials, (int) successes, 1 - level);
    return new Interval(interval.getLowerBound(), interval.getUpperBound());
  }
}
