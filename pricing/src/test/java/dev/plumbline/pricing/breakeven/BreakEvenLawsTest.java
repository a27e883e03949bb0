package dev.plumbline.pricing.breakeven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.money.Money;
import dev.plumbline.pricing.breakeven.fixed.FixedCosts;
import dev.plumbline.pricing.breakeven.fixed.Horizon;
import dev.plumbline.pricing.breakeven.fixed.MonthlyCosts;
import dev.plumbline.pricing.breakeven.fixed.PeopleCosts;
import dev.plumbline.pricing.breakeven.fixed.RetrainingSchedule;
import dev.plumbline.pricing.breakeven.fixed.TrainingRuns;
import dev.plumbline.pricing.inference.CacheMode;
import dev.plumbline.pricing.inference.CacheProfile;
import dev.plumbline.pricing.inference.HitRate;
import dev.plumbline.pricing.inference.Retries;
import dev.plumbline.pricing.inference.Side;
import dev.plumbline.pricing.inference.TrafficProfile;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class BreakEvenLawsTest {

  private static final BigDecimal CENT_OF_A_CENT = new BigDecimal("1e-9");

  @Property(tries = 100)
  void atTheBreakEvenVolumeNothingIsGained(@ForAll("scenarios") BreakEvenScenario scenario) {
    BreakEven verdict = BreakEvenAnalysis.of(scenario).verdict();
    for (VolumeRange range : verdict.paying()) {
      assertZeroAt(scenario, Optional.of(range.from()).filter(from -> from.signum() > 0));
      assertZeroAt(scenario, range.to());
    }
  }

  private static void assertZeroAt(BreakEvenScenario scenario, Optional<BigDecimal> volume) {
    volume.ifPresent(
        root -> {
          BreakEvenAnswer answer = BreakEvenAnalysis.of(scenario.withRequestsPerMonth(root));
          BigDecimal earned =
              root.multiply(answer.base().total().amount()).multiply(answer.fixed().annuity());
          // a searched root is known to a relative 1e-12, so the sums around it are too
          assertThat(answer.netPresentValue().amount().abs())
              .isLessThanOrEqualTo(earned.max(BigDecimal.ONE).multiply(CENT_OF_A_CENT));
        });
  }

  @Property(tries = 100)
  void moreExpensiveTrainingNeverLowersTheVolume(
      @ForAll("scenarios") BreakEvenScenario scenario, @ForAll @IntRange(max = 100_000) int more) {
    Money dearer = scenario.fixed().training().flatCostPerRun().plus(Money.usd("" + more));
    BreakEven before = BreakEvenAnalysis.of(scenario).verdict();
    BreakEven after =
        BreakEvenAnalysis.of(Scenarios.withTraining(scenario, dearer.toPlainString())).verdict();

    if (before instanceof BreakEven.Never) {
      assertThat(after).isInstanceOf(BreakEven.Never.class);
    } else if (before instanceof BreakEven.PaysAbove first
        && after instanceof BreakEven.PaysAbove second) {
      assertThat(second.volume()).isGreaterThanOrEqualTo(first.volume());
    }
  }

  @Property(tries = 100)
  void swappingTheSidesNegatesTheSaving(@ForAll("scenarios") BreakEvenScenario scenario) {
    BreakEvenScenario plain = withoutFallback(scenario);
    BreakEvenScenario swapped = plain.withBase(plain.tuned()).withTuned(plain.base());

    assertThat(BreakEvenAnalysis.of(swapped).savingPerRequest())
        .isEqualTo(BreakEvenAnalysis.of(plain).savingPerRequest().negated());
  }

  @Property(tries = 100)
  void theClosedFormAgreesWithACashFlowMonthByMonth(
      @ForAll("scenarios") BreakEvenScenario scenario) {
    BreakEvenAnswer answer = BreakEvenAnalysis.of(scenario);

    assertThat(answer.netPresentValue().amount().subtract(bruteForce(answer)).abs())
        .isLessThan(CENT_OF_A_CENT);
  }

  /** Every payment on its own, discounted by double arithmetic: a second method. */
  private static BigDecimal bruteForce(BreakEvenAnswer answer) {
    BreakEvenScenario scenario = answer.scenario();
    double horizon = answer.fixed().horizonMonths().doubleValue();
    double rate = scenario.annualDiscount().doubleValue();
    double monthly =
        scenario.requestsPerMonth().doubleValue() * answer.savingPerRequest().amount().doubleValue()
            - scenario.fixed().monthly().extra().amount().doubleValue();
    double sum = -answer.fixed().oneOff().amount().doubleValue();
    for (int month = 1; month - 1 < horizon; month++) {
      double end = Math.min(month, horizon);
      sum += monthly * (end - (month - 1)) / Math.pow(1 + rate, end / 12);
    }
    double every = scenario.fixed().retraining().everyMonths().doubleValue();
    for (int k = 1; every > 0 && k * every < horizon; k++) {
      sum -=
          answer.fixed().eachRetraining().amount().doubleValue()
              / Math.pow(1 + rate, k * every / 12);
    }
    return new BigDecimal(sum).round(MathContext.DECIMAL64);
  }

  @Property(tries = 100)
  void thePaybackMonthExistsExactlyWhenTheWholeHorizonGains(
      @ForAll("scenarios") BreakEvenScenario scenario) {
    BreakEvenAnswer answer = BreakEvenAnalysis.of(scenario);

    assertThat(answer.paybackMonth().isPresent()).isEqualTo(answer.netPresentValue().signum() >= 0);
  }

  @Property(tries = 100)
  void theVerdictAgreesWithTheGainAtThePlannersVolume(
      @ForAll("scenarios") BreakEvenScenario scenario) {
    BreakEvenAnswer answer = BreakEvenAnalysis.of(scenario);

    assertThat(answer.verdict().paysAt(scenario.requestsPerMonth()))
        .as(answer.verdict() + " and " + answer.netPresentValue())
        .isEqualTo(answer.netPresentValue().signum() > 0);
  }

  private static BreakEvenScenario withoutFallback(BreakEvenScenario scenario) {
    return new BreakEvenScenario(
        scenario.name(),
        scenario.base(),
        scenario.tuned(),
        scenario.retries(),
        BigDecimal.ZERO,
        scenario.fixed(),
        scenario.horizon(),
        scenario.annualDiscount(),
        scenario.requestsPerMonth());
  }

  @Provide
  static Arbitrary<BreakEvenScenario> scenarios() {
    return Combinators.combine(
            sides(3_000), sides(600), retries(), share(), costs(), horizons(), share(), volumes())
        .as(
            (base, tuned, retries, fallback, costs, horizon, discount, volume) ->
                new BreakEvenScenario(
                    "any",
                    base,
                    tuned,
                    retries,
                    fallback.movePointLeft(1),
                    costs,
                    Horizon.ofMonths(horizon),
                    discount,
                    volume));
  }

  private static Arbitrary<Side> sides(int prompt) {
    Arbitrary<CacheMode> modes = Arbitraries.of(CacheMode.class);
    Arbitrary<HitRate> hits =
        Arbitraries.oneOf(
            share().map(HitRate.Fixed::new),
            Arbitraries.of(
                HitRate.poisson(BigDecimal.valueOf(300)),
                HitRate.poissonFromWrite(BigDecimal.valueOf(1800))));
    Arbitrary<Integer> tokens = Arbitraries.integers().between(0, prompt);
    return Combinators.combine(modes, hits, tokens, decimals("0.1", "4"), share())
        .as(
            (mode, hit, prefix, price, failures) ->
                new Side(
                    "side",
                    Scenarios.prices(
                        price.toPlainString(),
                        price.movePointLeft(1).toPlainString(),
                        price.multiply(BigDecimal.valueOf(4)).toPlainString()),
                    BigDecimal.ONE,
                    TrafficProfile.of(prefix, 100, 50),
                    new CacheProfile(mode, hit),
                    failures.movePointLeft(1)));
  }

  private static Arbitrary<Retries> retries() {
    return Arbitraries.integers().between(-1, 4).map(limit -> Retries.of(limit, Money.usd("0.01")));
  }

  private static Arbitrary<FixedCosts> costs() {
    return Combinators.combine(
            decimals("0", "5000"), decimals("0", "300"), decimals("0", "300"), months())
        .as(
            (training, base, tuned, every) ->
                new FixedCosts(
                    TrainingRuns.ofCost(Money.usd(training)),
                    PeopleCosts.NONE,
                    new RetrainingSchedule(every, BigDecimal.ONE, Money.usd("50")),
                    new MonthlyCosts(Money.usd(base), Money.usd(tuned))));
  }

  private static Arbitrary<BigDecimal> months() {
    return Arbitraries.of("0", "1.5", "6", "12").map(BigDecimal::new);
  }

  private static Arbitrary<BigDecimal> horizons() {
    return Arbitraries.of("0.5", "1", "1.8333333333", "12", "24").map(BigDecimal::new);
  }

  private static Arbitrary<BigDecimal> volumes() {
    return Arbitraries.integers().between(1, 1_000_000).map(BigDecimal::valueOf);
  }

  private static Arbitrary<BigDecimal> share() {
    return decimals("0", "1");
  }

  private static Arbitrary<BigDecimal> decimals(String low, String high) {
    return Arbitraries.bigDecimals().between(new BigDecimal(low), new BigDecimal(high)).ofScale(3);
  }
}
