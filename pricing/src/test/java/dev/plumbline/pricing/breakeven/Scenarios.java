package dev.plumbline.pricing.breakeven;

import dev.plumbline.core.money.Money;
import dev.plumbline.pricing.breakeven.fixed.FixedCosts;
import dev.plumbline.pricing.breakeven.fixed.Horizon;
import dev.plumbline.pricing.breakeven.fixed.MonthlyCosts;
import dev.plumbline.pricing.breakeven.fixed.TrainingRuns;
import dev.plumbline.pricing.inference.CacheMode;
import dev.plumbline.pricing.inference.CacheProfile;
import dev.plumbline.pricing.inference.HitRate;
import dev.plumbline.pricing.inference.Retries;
import dev.plumbline.pricing.inference.Side;
import dev.plumbline.pricing.inference.TokenPrices;
import dev.plumbline.pricing.inference.TrafficProfile;
import java.math.BigDecimal;

/** Small scenarios with round figures, for tests. */
public final class Scenarios {

  public static final TokenPrices GPT_4O = prices("2.5", "1.25", "10");
  public static final TokenPrices TUNED_GPT_4O = prices("3.75", "1.875", "15");

  private Scenarios() {}

  /** gpt-4o with 1,700 prompt tokens against its fine-tune with 200; 72 dollars; 12 months. */
  public static BreakEvenScenario gpt4o() {
    return new BreakEvenScenario(
        "gpt-4o",
        side("gpt-4o", GPT_4O, 1700, CacheProfile.NONE),
        side("ft:gpt-4o", TUNED_GPT_4O, 200, CacheProfile.NONE),
        Retries.UNLIMITED,
        BigDecimal.ZERO,
        FixedCosts.of(TrainingRuns.ofCost(Money.usd("72"))),
        Horizon.ofMonths(BigDecimal.valueOf(12)),
        BigDecimal.ZERO,
        BigDecimal.valueOf(100_000));
  }

  public static BreakEvenScenario withTraining(BreakEvenScenario scenario, String dollars) {
    return scenario.withFixed(
        new FixedCosts(
            TrainingRuns.ofCost(Money.usd(dollars)),
            scenario.fixed().people(),
            scenario.fixed().retraining(),
            scenario.fixed().monthly()));
  }

  public static BreakEvenScenario withMonthly(
      BreakEvenScenario scenario, String base, String tuned) {
    return scenario.withFixed(
        new FixedCosts(
            scenario.fixed().training(),
            scenario.fixed().people(),
            scenario.fixed().retraining(),
            new MonthlyCosts(Money.usd(base), Money.usd(tuned))));
  }

  /** The same with a prompt cache on the base side. */
  public static BreakEvenScenario cached(HitRate hitRate) {
    BreakEvenScenario scenario = gpt4o();
    return scenario.withBase(
        scenario.base().withCache(new CacheProfile(CacheMode.BLOCK_128, hitRate)));
  }

  public static Side side(String name, TokenPrices prices, long prompt, CacheProfile cache) {
    return new Side(
        name, prices, BigDecimal.ONE, TrafficProfile.of(prompt, 800, 200), cache, BigDecimal.ZERO);
  }

  public static TokenPrices prices(String input, String cacheRead, String output) {
    return new TokenPrices(
        new BigDecimal(input),
        new BigDecimal(cacheRead),
        new BigDecimal(input),
        new BigDecimal(output));
  }
}
