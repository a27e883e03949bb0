package dev.plumbline.pricing.breakeven.explore;

import dev.plumbline.core.money.Money;
import dev.plumbline.pricing.breakeven.BreakEvenAnalysis;
import dev.plumbline.pricing.breakeven.BreakEvenScenario;
import dev.plumbline.pricing.breakeven.FixedTotals;
import dev.plumbline.pricing.inference.AnsweredCost;
import java.math.BigDecimal;

/** What each side costs over the whole horizon, discounted to today, at any volume. */
final class TotalCosts {

  private final BreakEvenScenario scenario;
  private final FixedTotals fixed;

  TotalCosts(BreakEvenScenario scenario) {
    this.scenario = scenario;
    this.fixed = BreakEvenAnalysis.totals(scenario);
  }

  Money base(BigDecimal requestsPerMonth) {
    return baseRequest(requestsPerMonth)
        .times(requestsPerMonth)
        .plus(scenario.fixed().monthly().base())
        .times(fixed.annuity());
  }

  Money tuned(BigDecimal requestsPerMonth) {
    return AnsweredCost.of(scenario.tuned(), scenario.retries(), requestsPerMonth)
        .withFallback(baseRequest(requestsPerMonth).times(scenario.fallbackShare()))
        .total()
        .times(requestsPerMonth)
        .plus(scenario.fixed().monthly().tuned())
        .times(fixed.annuity())
        .plus(fixed.oneOff())
        .plus(fixed.eachRetraining().times(fixed.retrainingAnnuity()));
  }

  private Money baseRequest(BigDecimal requestsPerMonth) {
    return AnsweredCost.of(scenario.base(), scenario.retries(), requestsPerMonth).total();
  }
}
