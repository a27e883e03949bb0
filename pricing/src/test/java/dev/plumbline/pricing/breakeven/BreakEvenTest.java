package dev.plumbline.pricing.breakeven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.money.Money;
import dev.plumbline.pricing.breakeven.fixed.FixedCosts;
import dev.plumbline.pricing.breakeven.fixed.Horizon;
import dev.plumbline.pricing.breakeven.fixed.RetrainingSchedule;
import dev.plumbline.pricing.inference.CacheMode;
import dev.plumbline.pricing.inference.CacheProfile;
import dev.plumbline.pricing.inference.HitRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BreakEvenTest {

  @Test
  void aLongPromptPaysAboveAVolume() {
    BreakEvenAnswer answer = BreakEvenAnalysis.of(Scenarios.gpt4o());

    // 72 / (0.0015 * 12) = 4000
    assertThat(answer.verdict().requestsPerMonth()).hasValue(new BigDecimal("4E+3"));
    assertThat(answer.verdict().reason())
        .isEqualTo(
            "Fine-tuning pays from 4,000 answered requests a month: it saves $1.50 per 1,000"
                + " requests, which earns back $72.00 of one-off cost within 12 months.");
  }

  @Test
  void aWarmCacheOfTheBaseMakesItNever() {
    BreakEven verdict = BreakEvenAnalysis.of(Scenarios.cached(HitRate.fixed("1"))).verdict();

    assertThat(verdict.code()).isEqualTo("NEVER");
    assertThat(verdict.reason())
        .isEqualTo(
            "Fine-tuning never pays: it costs $0.58 per 1,000 requests more, so no volume earns"
                + " back $72.00 of one-off cost.");
  }

  @Test
  void savedHostingPaysOnlyBelowAVolumeWhenEachRequestLoses() {
    // 72 - 12 * 100 = -1128 to give away, 0.00058 lost on each request: 1128 / 0.00696 a month
    BreakEven verdict =
        BreakEvenAnalysis.of(
                Scenarios.withMonthly(Scenarios.cached(HitRate.fixed("1")), "100", "0"))
            .verdict();

    assertThat(verdict.code()).isEqualTo("PAYS_BELOW");
    assertThat(verdict.reason())
        .isEqualTo(
            "Fine-tuning pays up to 162,068 answered requests a month: it saves $1,128.00 of fixed"
                + " cost within 12 months but costs $0.58 per 1,000 requests more.");
  }

  @Test
  void savedHostingAndCheaperRequestsPayAlways() {
    BreakEven verdict =
        BreakEvenAnalysis.of(Scenarios.withMonthly(Scenarios.gpt4o(), "100", "0")).verdict();

    assertThat(verdict.code()).isEqualTo("ALWAYS");
    assertThat(verdict.paysAt(BigDecimal.ZERO)).isTrue();
    assertThat(verdict.reason())
        .isEqualTo(
            "Fine-tuning pays at every volume: it saves $1.50 per 1,000 requests, and its fixed"
                + " cost within 12 months is $1,128.00 lower than without it.");
  }

  @Test
  void equalRequestsPayAlwaysOnlyWhenFixedCostIsSaved() {
    BreakEvenScenario twins = Scenarios.gpt4o().withTuned(Scenarios.gpt4o().base());

    assertThat(BreakEvenAnalysis.of(twins).verdict().code()).isEqualTo("NEVER");
    assertThat(BreakEvenAnalysis.of(Scenarios.withTraining(twins, "0")).verdict().code())
        .isEqualTo("NEVER");
    assertThat(BreakEvenAnalysis.of(Scenarios.withMonthly(twins, "100", "0")).verdict().code())
        .isEqualTo("ALWAYS");
  }

  @Test
  void withNothingToEarnBackNeverStillSaysWhatIsLost() {
    BreakEvenScenario warm = Scenarios.cached(HitRate.fixed("1"));

    assertThat(BreakEvenAnalysis.of(Scenarios.withTraining(warm, "0")).verdict().reason())
        .isEqualTo(
            "Fine-tuning never pays: it costs $0.58 per 1,000 requests more, and it saves no fixed"
                + " cost.");
  }

  @Test
  void aCacheThatWarmsWithTrafficLeavesAWindow() {
    BreakEvenScenario scenario =
        Scenarios.withTraining(Scenarios.cached(HitRate.poisson(BigDecimal.valueOf(300))), "9");
    BreakEven verdict = BreakEvenAnalysis.of(scenario).verdict();

    assertThat(verdict).isInstanceOf(BreakEven.Window.class);
    assertThat(verdict.reason())
        .startsWith("Fine-tuning pays only between 547 and 9,981 answered requests a month");
    assertThat(verdict.paysAt(BigDecimal.valueOf(500))).isFalse();
    assertThat(verdict.paysAt(BigDecimal.valueOf(5_000))).isTrue();
    assertThat(verdict.paysAt(BigDecimal.valueOf(10_000))).isFalse();
  }

  @Test
  void aWindowNarrowerThanAGridStepIsFound() {
    BreakEvenScenario poisson = Scenarios.cached(HitRate.poisson(BigDecimal.valueOf(300)));
    // the largest gain over all volumes, less a hair: the window around it is 0.1 % wide
    BigDecimal most = largestGain(Scenarios.withTraining(poisson, "0"));
    BreakEvenScenario scenario =
        Scenarios.withTraining(poisson, most.multiply(new BigDecimal("0.9999999")).toPlainString());

    BreakEven verdict = BreakEvenAnalysis.of(scenario).verdict();

    assertThat(verdict).isInstanceOf(BreakEven.Window.class);
    BreakEven.Window window = (BreakEven.Window) verdict;
    assertThat(window.upper().divide(window.lower(), java.math.MathContext.DECIMAL64))
        .isBetween(BigDecimal.ONE, new BigDecimal("1.01"));
  }

  private static BigDecimal largestGain(BreakEvenScenario scenario) {
    var gain =
        new NetPresentValue(
            SavingCurve.of(scenario), BigDecimal.valueOf(12), scenario.fixed().oneOff().amount());
    return IntStream.range(2_000, 9_000)
        .mapToObj(volume -> gain.at(BigDecimal.valueOf(volume)))
        .max(BigDecimal::compareTo)
        .orElseThrow();
  }

  @Test
  void twoCachesThatWarmAtDifferentVolumesGiveRangesAndNoSingleNumber() {
    BreakEvenScenario poisson = Scenarios.cached(HitRate.poisson(BigDecimal.valueOf(300)));
    // the tuned side's cache lives a thousandth as long, so it warms, and saves again, far later
    var late = new CacheProfile(CacheMode.EXACT, HitRate.poisson(new BigDecimal("0.3")));
    BreakEvenScenario scenario =
        Scenarios.withTraining(
            poisson.withTuned(
                Scenarios.side("ft", Scenarios.prices("3.2", "0.1", "8"), 1200, late)),
            "0.5");

    BreakEven verdict = BreakEvenAnalysis.of(scenario).verdict();

    assertThat(verdict.code()).isEqualTo("RANGES");
    assertThat(verdict.requestsPerMonth()).isEmpty();
    assertThat(verdict.paying()).hasSize(2);
    assertThat(verdict.paying().get(1).to()).isEmpty();
    assertThat(verdict.reason()).startsWith("Fine-tuning pays between ").contains(", and from ");
  }

  @Test
  void theHorizonEndsWithTheTunedModel() {
    LocalDate today = LocalDate.of(2026, 11, 20);
    var shutdown = new Horizon.Shutdown(today, LocalDate.of(2027, 1, 14), "announced 2026-10-14");
    BreakEvenScenario scenario = Scenarios.gpt4o();

    BreakEvenAnswer answer =
        BreakEvenAnalysis.of(scenario.withHorizon(scenario.horizon().endingWith(shutdown)));

    // 55 days are 55/30 months: 72 / (0.0015 * 55/30) = 26,181.8
    assertThat(answer.wholeRequestsPerMonth()).hasValue(new BigDecimal("26182"));
    assertThat(answer.verdict().reason())
        .contains("within 1.8 months (the tuned model is shut down on 2027-01-14)");
  }

  @Test
  void aModelThatIsGoneAlreadyNeverPays() {
    LocalDate today = LocalDate.of(2027, 2, 1);
    var shutdown = new Horizon.Shutdown(today, LocalDate.of(2027, 1, 14), "announced");
    BreakEvenScenario scenario = Scenarios.gpt4o();

    BreakEvenAnswer answer =
        BreakEvenAnalysis.of(scenario.withHorizon(scenario.horizon().endingWith(shutdown)));

    assertThat(answer.verdict().reason())
        .isEqualTo(
            "Fine-tuning never pays: no time is left to earn back $72.00 (the tuned model is shut"
                + " down on 2027-01-14).");
    assertThat(answer.paybackMonth()).isEmpty();
  }

  @Test
  void aRetrainingAtTheEndOfTheHorizonDoesNotHappen() {
    BreakEvenScenario scenario = Scenarios.gpt4o();
    var yearly = new RetrainingSchedule(BigDecimal.valueOf(12), BigDecimal.ONE, Money.usd("10"));

    BreakEvenAnswer answer =
        BreakEvenAnalysis.of(
            scenario.withFixed(
                new FixedCosts(
                    scenario.fixed().training(),
                    scenario.fixed().people(),
                    yearly,
                    scenario.fixed().monthly())));

    assertThat(answer.fixed().retrainings()).isZero();
    assertThat(answer.fixed().need()).isEqualTo(Money.usd("72"));
  }
}
