package dev.plumbline.api.drift;

import dev.plumbline.api.costs.CallCosts;
import dev.plumbline.api.costs.TokenRates;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.drift.impact.PromptTokens;
import dev.plumbline.lifecycle.drift.impact.TokenPrice;
import java.time.Instant;
import java.util.List;

/** What tokens of a model cost, by the price catalogue. */
final class TokenPrices {

  private TokenPrices() {}

  /** For requests of the usual size of those answers: long ones may have another price. */
  static TokenPrice of(
      CallCosts costs, Provider provider, String model, Instant at, List<PromptTokens> prompts) {
    long calls = 0;
    long input = 0;
    for (PromptTokens each : prompts) {
      calls += each.before().calls() + each.since().calls();
      input += each.before().input() + each.since().input();
    }
    TokenRates rates = costs.ratesOf(provider, model, at, Math.max(1, input / Math.max(1, calls)));
    return rates
        .rates()
        .<TokenPrice>map(
            each ->
                new TokenPrice.Known(
                    each.currency(),
                    each.input(),
                    each.output(),
                    each.priceRows(),
                    each.catalogueVersion(),
                    each.assumptions()))
        .orElseGet(() -> new TokenPrice.Unpriced(rates.why()));
  }
}
