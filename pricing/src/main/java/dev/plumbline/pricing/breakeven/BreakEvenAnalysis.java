package dev.plumbline.pricing.breakeven;

import dev.plumbline.core.money.Money;
import dev.plumbline.pricing.breakeven.fixed.Discounting;
import dev.plumbline.pricing.breakeven.fixed.FixedCosts;
import dev.plumbline.pricing.inference.AnsweredCost;
import java.math.BigDecimal;
import java.util.List;

/** Answers a scenario: closed form where the hit rate is given, numeric where traffic sets it. */
public final class BreakEvenAnalysis {

  private final BreakEvenScenario scenario;
  private final FixedTotals fixed;
  private final NetPresentValue gain;

  private BreakEvenAnalysis(BreakEvenScenario scenario) {
    this.scenario = scenario;
    this.fixed = totals(scenario);
    this.gain =
        new NetPresentValue(SavingCurve.of(scenario), fixed.annuity(), fixed.need().amount());
  }

  /** The whole answer. */
  public static BreakEvenAnswer of(BreakEvenScenario scenario) {
    return new BreakEvenAnalysis(scenario).answer();
  }

  /**
   * The paying volumes alone, for the many points of an uncertainty. Where the search is numeric it
   * uses a grid of 20 points a decade, so a window narrower than 12 % may be missed.
   */
  public static List<VolumeRange> roughly(BreakEvenScenario scenario) {
    return new BreakEvenAnalysis(scenario).paying(VolumeSearch.COARSE);
  }

  private BreakEvenAnswer answer() {
    BigDecimal volume = scenario.requestsPerMonth();
    AnsweredCost base = AnsweredCost.of(scenario.base(), scenario.retries(), volume);
    AnsweredCost tuned =
        AnsweredCost.of(scenario.tuned(), scenario.retries(), volume)
            .withFallback(base.total().times(scenario.fallbackShare()));
    Money monthlyGain =
        base.total().minus(tuned.total()).times(volume).minus(scenario.fixed().monthly().extra());
    return new BreakEvenAnswer(
        scenario,
        base,
        tuned,
        fixed,
        verdict(),
        Money.usd(gain.at(volume)),
        CashFlow.of(scenario, fixed, monthlyGain.amount()).paybackMonth());
  }

  private BreakEven verdict() {
    return new VerdictSentences(scenario, fixed, gain.saving()).verdict(paying(VolumeSearch.FINE));
  }

  private List<VolumeRange> paying(int pointsPerDecade) {
    return gain.saving().dependsOnVolume() && gain.annuity().signum() > 0
        ? new VolumeSearch(gain, pointsPerDecade).paying()
        : new ClosedForm(gain).paying();
  }

  /** What has to be earned back, and how the horizon weighs it. */
  public static FixedTotals totals(BreakEvenScenario scenario) {
    FixedCosts costs = scenario.fixed();
    BigDecimal horizon = scenario.horizon().months();
    Discounting discounting = Discounting.atYearlyRate(scenario.annualDiscount());
    List<BigDecimal> retrainings = costs.retraining().moments(horizon);
    BigDecimal annuity = discounting.annuity(horizon);
    BigDecimal retrainingAnnuity =
        discounting.atMultiples(retrainings).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    Money need =
        costs
            .oneOff()
            .plus(costs.eachRetraining().times(retrainingAnnuity))
            .plus(costs.monthly().extra().times(annuity));
    return new FixedTotals(
        costs.training().billedTokens(),
        costs.training().firstRuns(),
        costs.oneOff(),
        costs.eachRetraining(),
        retrainings.size(),
        horizon,
        annuity,
        retrainingAnnuity,
        need);
  }
}
