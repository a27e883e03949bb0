package dev.plumbline.api.drift;

import dev.plumbline.api.costs.CallCosts;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.drift.impact.PromptTokens;
import dev.plumbline.lifecycle.drift.impact.TokenPrice;
import dev.plumbline.pricing.catalogue.Component;
import dev.plumbline.pricing.catalogue.PriceUnit;
import dev.plumbline.pricing.catalogue.Rate;
import dev.plumbline.pricing.cost.CostBreakdown;
import dev.plumbline.pricing.cost.CostLine;
import dev.plumbline.pricing.cost.Estimate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What tokens of a model cost, by the price catalogue. */
final class TokenPrices {

  private TokenPrices() {}

  /** For requests of the usual size of those answers: long ones may have another price. */
  static TokenPrice of(
      CallCosts costs, Provider provider, String model, Instant at, List<PromptTokens> prompts) {
    long calls = 0;
    long input = 0;
    long output = 0;
    for (PromptTokens each : prompts) {
      for (PromptTokens.Sums sums : List.of(each.before(), each.since())) {
        calls += sums.calls();
        input += sums.input();
        output += sums.output();
      }
    }
    long count = Math.max(1, calls);
    return costs
        .estimate(provider, model, at, Math.max(1, input / count), 0, Math.max(1, output / count))
        .match(
            new Estimate.Cases<>() {
              @Override
              public TokenPrice priced(CostBreakdown breakdown) {
                return price(breakdown);
              }

              @Override
              public TokenPrice unpriced(Estimate.Unpriced unpriced) {
                return new TokenPrice.Unpriced(unpriced.explanation());
              }
            });
  }

  private static TokenPrice price(CostBreakdown breakdown) {
    Optional<Rate> input = rate(breakdown, Component.INPUT);
    Optional<Rate> output = rate(breakdown, Component.OUTPUT);
    boolean byTokens =
        breakdown.lines().size() == 2
            && Stream.of(input, output)
                .allMatch(rate -> rate.filter(TokenPrices::isOfTokens).isPresent());
    return byTokens
        ? new TokenPrice.Known(
            input.orElseThrow().currency(),
            input.orElseThrow().amount(),
            output.orElseThrow().amount(),
            breakdown.priceRows(),
            breakdown.catalogueVersion(),
            breakdown.assumptions())
        : new TokenPrice.Unpriced("the model is not billed by input and output tokens alone");
  }

  private static Optional<Rate> rate(CostBreakdown breakdown, Component component) {
    return breakdown.lines().stream()
        .filter(line -> line.component() == component)
        .map(CostLine::rate)
        .findFirst();
  }

  private static boolean isOfTokens(Rate rate) {
    return rate.unit() == PriceUnit.PER_1M_TOKENS;
  }
}
