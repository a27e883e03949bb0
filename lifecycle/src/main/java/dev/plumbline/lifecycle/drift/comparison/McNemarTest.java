package dev.plumbline.lifecycle.drift.comparison;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Exact McNemar test of paired passes and failures: a binomial test on the pairs that differ.
 * Proven for independent prompts; needs no repeats. Not through the library's BinomialTest (1.2):
 * it compares the two tails as doubles, misses terms and answers p-values that are too small,
 * .000049 instead of .000088 in one case.
 *
 * @param passToFail pairs that passed before and fail now
 * @param failToPass pairs that failed before and pass now
 * @param pairs all pairs, those that agree among them
 */
public record McNemarTest(long passToFail, long failToPass, long pairs) implements Comparison {

  public McNemarTest {
    if (passToFail < 0
        || failToPass < 0
        || pairs < 1
        || passToFail + failToPass > pairs
        || pairs > Integer.MAX_VALUE / 4) {
      throw new IllegalArgumentException(
          "%d and %d of %d pairs".formatted(passToFail, failToPass, pairs));
    }
  }

  @Override
  public TestResult result() {
    int differing = (int) (passToFail + failToPass);
    double tail =
        BinomialDistribution.of(differing, .5)
            .cumulativeProbability((int) Math.min(passToFail, failToPass));
    double p = Math.min(1, 2 * tail);
    PairedDifference difference = new PairedDifference(passToFail, failToPass, pairs);
    return new TestResult("mcnemar", failToPass - passToFail, p, difference.effect(), 2 * pairs);
  }
}
