package dev.plumbline.lifecycle.drift.comparison;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.drift.stats.Rate;
import org.apache.commons.statistics.inference.FisherExactTest;

/**
 * Fisher's exact test of two independent rates, two-sided. Proven for independent calls, at the
 * price of being conservative.
 */
public record FisherTest(Rate reference, Rate now) implements Comparison {

  public FisherTest {
    requireNonNull(reference, "reference");
    requireNonNull(now, "now");
  }

  @Override
  public TestResult result() {
    int[][] table = {
      {(int) reference.successes(), (int) (reference.trials() - reference.successes())},
      {(int) now.successes(), (int) (now.trials() - now.successes())}
    };
    boolean same = table[0][0] + table[1][0] == 0 || table[0][1] + table[1][1] == 0;
    var test = FisherExactTest.withDefaults();
    double p = same ? 1 : test.test(table).getPValue();
    double odds = same ? 1 : test.statistic(table);
    return new TestResult(
        "fisher",
        odds,
        p,
        UnpairedRates.difference(reference, now),
        reference.trials() + now.trials());
  }
}
