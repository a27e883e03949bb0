package dev.plumbline.lifecycle.drift.comparison;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.drift.stats.Rate;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The pooled z test of two independent rates, two-sided. Asymptotic: with fewer than five expected
 * passes or failures on a side use {@link FisherTest}.
 */
public record TwoProportionTest(Rate reference, Rate now) implements Comparison {

  public TwoProportionTest {
    requireNonNull(reference, "reference");
    requireNonNull(now, "now");
  }

  @Override
  public TestResult result() {
    double pooled =
        (double) (reference.successes() + now.successes()) / (reference.trials() + now.trials());
    double variance = pooled * (1 - pooled) * (1.0 / reference.trials() + 1.0 / now.trials());
    double z = variance > 0 ? (now.value() - reference.value()) / Math.sqrt(variance) : 0;
    double p = 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z));
    return new TestResult(
        "two-proportion",
        z,
        p,
        UnpairedRates.difference(reference, now),
        reference.trials() + now.trials());
  }
}
