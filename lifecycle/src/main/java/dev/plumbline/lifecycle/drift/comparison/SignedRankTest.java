package dev.plumbline.lifecycle.drift.comparison;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.drift.stats.Interval;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;

/**
 * Wilcoxon's signed-rank test of paired values with the Hodges-Lehmann estimate. Proven when the
 * differences are independent and symmetric around 0 without a change; exact up to 50 pairs without
 * ties, asymptotic beyond.
 */
public record SignedRankTest(PairedValues values) implements Comparison {

  public SignedRankTest {
    requireNonNull(values, "values");
  }

  @Override
  public TestResult result() {
    double[] differences = values.differences();
    boolean same = Arrays.stream(differences).allMatch(difference -> difference == 0);
    var test = WilcoxonSignedRankTest.withDefaults();
    return new TestResult(
        "wilcoxon",
        same ? 0 : test.statistic(differences),
        same ? 1 : test.test(differences).getPValue(),
        effect(differences),
        2L * differences.length);
  }

  /**
   * One-sided p-value for "the new values are at most the margin larger": the null hypothesis is
   * that they are larger by the margin or more.
   *
   * @param margin for ratio measures a share: .1 allows ten percent
   */
  double withinMargin(double margin) {
    double allowed = values.measure().isRatio() ? StrictMath.log1p(margin) : margin;
    double[] shifted =
        Arrays.stream(values.differences()).map(difference -> difference - allowed).toArray();
    if (Arrays.stream(shifted).allMatch(difference -> difference == 0)) {
      return 1;
    }
    return WilcoxonSignedRankTest.withDefaults()
        .with(AlternativeHypothesis.LESS_THAN)
        .test(shifted)
        .getPValue();
  }

  private Effect effect(double[] differences) {
    HodgesLehmann shift = new HodgesLehmann(differences);
    Interval interval = shift.interval(Effect.LEVEL);
    return new Effect(
        values.measure(),
        values.told(shift.estimate()),
        Optional.of(new Interval(values.told(interval.lower()), values.told(interval.upper()))));
  }
}
