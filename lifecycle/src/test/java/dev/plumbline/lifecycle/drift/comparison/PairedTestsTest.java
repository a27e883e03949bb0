package dev.plumbline.lifecycle.drift.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.lifecycle.drift.comparison.NonInferiority.Outcome;
import dev.plumbline.lifecycle.drift.stats.Interval;
import dev.plumbline.lifecycle.drift.stats.Rate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairedTestsTest {

  /** Pairs of the README beside the data. */
  @ParameterizedTest
  @CsvSource({"477, 139, 1000, 2.81e-44", "242, 404, 1000, 1.93e-10", "17, 22, 1506, .522"})
  void mcNemarFindsThePublishedP(long lost, long won, long pairs, double p) {
    double found = new McNemarTest(lost, won, pairs).result().p();
    assertThat(found / p).isCloseTo(1, within(.005));
  }

  @Test
  void pIsNeverZero() {
    TestResult result = new McNemarTest(1_125, 1, 1_506).result();
    assertThat(result.p()).isPositive().isLessThan(1e-300);
    assertThat(new McNemarTest(0, 0, 9).result().p()).isEqualTo(1);
  }

  @Property(tries = 100)
  void mcNemarIsTheExactBinomialTest(
      @ForAll @IntRange(max = 60) int lost, @ForAll @IntRange(max = 60) int won) {
    BigDecimal tail = BigDecimal.ZERO;
    int n = lost + won;
    for (int i = 0; i <= Math.min(lost, won); i++) {
      tail = tail.add(choose(n, i));
    }
    BigDecimal both =
        tail.multiply(BigDecimal.valueOf(2))
            .divide(BigDecimal.valueOf(2).pow(n), MathContext.DECIMAL64);
    assertThat(new McNemarTest(lost, won, 200).result().p())
        .isCloseTo(Math.min(1, both.doubleValue()), within(1e-9));
  }

  private static BigDecimal choose(int n, int k) {
    BigDecimal product = BigDecimal.ONE;
    for (int i = 1; i <= k; i++) {
      product = product.multiply(BigDecimal.valueOf(n - k + i)).divide(BigDecimal.valueOf(i));
    }
    return product;
  }

  /** Checks of the drift reference, section 12. */
  @Test
  void tangosScoreIsTheOneOfTheReference() {
    PairedDifference difference = new PairedDifference(8, 6, 200);
    NonInferiority verdict = NonInferiority.of(new McNemarTest(8, 6, 200), .05, .05);

    assertThat(difference.discordant(-.05)).isCloseTo(.070317790, within(1e-9));
    assertThat(verdict.z()).isCloseTo(1.905458, within(1e-6));
    assertThat(verdict.p()).isCloseTo(.02836, within(1e-5));
    assertThat(verdict.outcome()).isEqualTo(Outcome.NON_INFERIOR);
  }

  @ParameterizedTest
  @CsvSource({"242, 404, 7.541, NON_INFERIOR", "477, 139, -12.479, INFERIOR"})
  void theTwoModelVersionsGetThePublishedVerdict(long lost, long won, double z, Outcome outcome) {
    NonInferiority verdict = NonInferiority.of(new McNemarTest(lost, won, 1_000), .03, .05);
    assertThat(verdict.z()).isCloseTo(z, within(.001));
    assertThat(verdict.outcome()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({".1, .05, 248", ".1, .03, 687", ".2, .03, 1374"})
  void thePairsNeededAreThoseOfTheReference(double differing, double margin, long pairs) {
    // 6.1826 * psi / delta^2, rounded up: 247.3, 686.96, 1373.9
    assertThat(NonInferiority.pairsNeeded(differing, margin, .05)).isEqualTo(pairs);
  }

  @Test
  void tooFewPairsAreInconclusiveAndSayHowManyAreNeeded() {
    NonInferiority verdict = NonInferiority.of(new McNemarTest(2, 2, 40), .03, .05);
    assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(verdict.pairsNeeded()).isEqualTo(687); // 4 of 40 differ
    assertThat(verdict.interval().contains(0)).isTrue();
  }

  @Property(tries = 100)
  void theIntervalHoldsWhatTheScoreDoesNotRefuse(
      @ForAll @IntRange(max = 30) int lost, @ForAll @IntRange(max = 30) int won) {
    PairedDifference difference = new PairedDifference(lost, won, 80);
    Interval interval = difference.interval(.95);
    assertThat(interval.contains(difference.estimate())).isTrue();
    for (double inside : new double[] {interval.lower() + 1e-6, interval.upper() - 1e-6}) {
      assertThat(Math.abs(difference.score(inside))).isLessThan(1.97);
    }
    if (interval.upper() < .999) {
      assertThat(Math.abs(difference.score(interval.upper() + 1e-6))).isGreaterThan(1.95);
    }
  }

  @Property(tries = 100)
  void hodgesLehmannIsTheMedianOfAllPairwiseMeans(
      @ForAll @Size(min = 1, max = 25) List<@DoubleRange(min = -9, max = 9) Double> values) {
    double[] differences = values.stream().mapToDouble(v -> v).toArray();
    List<Double> means = new ArrayList<>();
    for (int i = 0; i < differences.length; i++) {
      for (int j = i; j < differences.length; j++) {
        means.add((differences[i] + differences[j]) / 2);
      }
    }
    double[] sorted = means.stream().mapToDouble(v -> v).sorted().toArray();
    double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;

    assertThat(new HodgesLehmann(differences).estimate()).isCloseTo(median, within(1e-9));
  }

  /** Eight positive differences: p = 2 / 2^8; the shift is 4.5 with or without ratios. */
  @Test
  void wilcoxonIsExactForFewPairs() {
    List<Double> zeros = List.of(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
    List<Double> counted = List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0);
    TestResult result =
        new SignedRankTest(new PairedValues(Measure.SCORE, zeros, counted)).result();

    assertThat(result.p()).isCloseTo(2 / 256.0, within(1e-12));
    assertThat(result.effect().estimate()).isCloseTo(4.5, within(1e-9));
  }

  @Test
  void ratiosAreToldAsShares() {
    double[] old = new double[60];
    Arrays.setAll(old, i -> 100 + i);
    List<Double> before = Arrays.stream(old).boxed().toList();
    List<Double> now = Arrays.stream(old).map(value -> value * 1.2).boxed().toList();
    PairedValues lengths = new PairedValues(Measure.LENGTH, before, now);

    assertThat(new SignedRankTest(lengths).result().effect().estimate())
        .isCloseTo(.2, within(1e-9));
    assertThat(NonInferiority.ofRatio(lengths, .3)).isLessThan(.001);
    assertThat(NonInferiority.ofRatio(lengths, .1)).isGreaterThan(.99);
    assertThatThrownBy(() -> new PairedValues(Measure.COST, List.of(0.0), List.of(1.0)))
        .hasMessageContaining("0.0 for COST");
  }

  /** Fisher's tea: 3 of 4 against 1 of 4, p = 34/70. */
  @Test
  void fisherIsTheLadyTastingTea() {
    TestResult result = new FisherTest(new Rate(3, 4), new Rate(1, 4)).result();
    assertThat(result.p()).isCloseTo(34 / 70.0, within(1e-12));
    assertThat(new FisherTest(new Rate(0, 4), new Rate(0, 5)).result().p()).isEqualTo(1);
  }

  @Property(tries = 100)
  void fisherSumsTheTablesThatAreNoMoreLikely(
      @ForAll @IntRange(max = 12) int one, @ForAll @IntRange(max = 15) int two) {
    BigDecimal own = choose(12, one).multiply(choose(15, two));
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = Math.max(0, one + two - 15); i <= Math.min(12, one + two); i++) {
      BigDecimal other = choose(12, i).multiply(choose(15, one + two - i));
      sum = other.compareTo(own) <= 0 ? sum.add(other) : sum;
    }
    double p = sum.divide(choose(27, one + two), MathContext.DECIMAL64).doubleValue();
    assertThat(new FisherTest(new Rate(one, 12), new Rate(two, 15)).result().p())
        .isCloseTo(p, within(1e-9));
  }

  /** All signs of nine ranks: the chance of a rank sum at least as far from its mean. */
  @Property(tries = 60)
  void wilcoxonCountsAllSigns(@ForAll @IntRange(max = 511) int signs) {
    List<Double> zeros = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (int rank = 1; rank <= 9; rank++) {
      zeros.add(0.0);
      values.add((signs >> (rank - 1) & 1) == 1 ? (double) rank : -rank);
    }
    double distance = Math.abs(rankSum(signs) - 22.5);
    int extreme = 0;
    for (int other = 0; other < 512; other++) {
      extreme += Math.abs(rankSum(other) - 22.5) >= distance ? 1 : 0;
    }
    PairedValues pairs = new PairedValues(Measure.SCORE, zeros, values);
    assertThat(new SignedRankTest(pairs).result().p()).isCloseTo(extreme / 512.0, within(1e-9));
  }

  private static int rankSum(int signs) {
    int sum = 0;
    for (int rank = 1; rank <= 9; rank++) {
      sum += (signs >> (rank - 1) & 1) == 1 ? rank : 0;
    }
    return sum;
  }

  /** 60 of 100 against 45 of 100: z = -.15 / sqrt(.525 * .475 / 50) = -2.1239. */
  @Test
  void twoProportionsArePooled() {
    TestResult result = new TwoProportionTest(new Rate(60, 100), new Rate(45, 100)).result();
    assertThat(result.statistic()).isCloseTo(-2.1239, within(1e-4));
    assertThat(result.p()).isCloseTo(.03368, within(1e-4));
    assertThat(result.effect().interval().orElseThrow().contains(-.15)).isTrue();
  }
}
