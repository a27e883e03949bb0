package dev.plumbline.api.costs;

import static java.util.Objects.requireNonNull;

import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.prices.CurrentPrices;
import dev.plumbline.core.model.Provider;
import dev.plumbline.core.money.Money;
import dev.plumbline.core.tokens.TokenCount;
import dev.plumbline.pricing.cost.CostBreakdown;
import dev.plumbline.pricing.cost.Estimate;
import dev.plumbline.pricing.cost.RequestCosts;
import dev.plumbline.pricing.cost.RequestUsage;
import dev.plumbline.pricing.json.JsonLimits;
import dev.plumbline.pricing.json.JsonReader;
import dev.plumbline.pricing.json.JsonRefusedException;
import dev.plumbline.pricing.json.JsonValue;
import dev.plumbline.pricing.tokens.ChatReader;
import dev.plumbline.pricing.tokens.ChatTokens;
import dev.plumbline.pricing.tokens.Encoding;
import dev.plumbline.pricing.tokens.TokenCounter;
import dev.plumbline.pricing.tokens.TokenCounters;
import dev.plumbline.pricing.usage.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What calls cost that the product itself makes, for features that know no prices. */
public final class CallCosts {

  private final RequestCosts costs;
  private final TokenCounters counters = TokenCounters.bundled();
  private final JsonReader json = new JsonReader(JsonLimits.TRAINING_ROW);

  private CallCosts(RequestCosts costs) {
    this.costs = requireNonNull(costs, "costs");
  }

  /** By the prices that ship with the product. */
  public static CallCosts bundled() {
    return new CallCosts(RequestCosts.bundled());
  }

  /** By the current prices, and the organisation's own. */
  public static CallCosts of(CurrentPrices prices, Organisation organisation) {
    return new CallCosts(prices.costs(organisation));
  }

  /**
   * A price, or why there is none.
   *
   * @param amount empty when there is none
   * @param priceRows ids of the rows that say so
   * @param why empty when there is a price
   */
  public record CallCost(Optional<Money> amount, List<String> priceRows, String why) {

    public CallCost {
      requireNonNull(amount, "amount");
      priceRows = List.copyOf(priceRows);
      requireNonNull(why, "why");
    }
  }

  /** A call at that moment; tokens as OpenAI reports them, cached ones inside the input. */
  public CallCost of(
      Provider provider, String model, Instant at, long input, long cached, long output) {
    return estimate(provider, model, at, input, cached, output)
        .match(
            new Estimate.Cases<>() {
              @Override
              public CallCost priced(CostBreakdown breakdown) {
                return new CallCost(Optional.of(breakdown.total()), breakdown.priceRows(), "");
              }

              @Override
              public CallCost unpriced(Estimate.Unpriced unpriced) {
                return new CallCost(Optional.empty(), List.of(), unpriced.explanation());
              }
            });
  }

  /** What its tokens cost at that moment, in requests of that many input tokens. */
  public TokenRates ratesOf(Provider provider, String model, Instant at, long input) {
    return TokenRates.of(estimate(provider, model, at, input, 0, 1));
  }

  private Estimate estimate(
      Provider provider, String model, Instant at, long input, long cached, long output) {
    return costs.costOf(
        RequestUsage.of(model, at, Usage.inclusive(input, cached, 0, output)).billedBy(provider));
  }

  /**
   * Prompt tokens of a request in the form of Chat Completions; an estimate when the encoding of
   * the model is not known.
   *
   * @param request JSON object with messages and, where there are any, tools
   */
  public TokenCount promptTokens(String model, String request) {
    try {
      JsonValue read = json.read(request);
      TokenCounter counter =
          counters
              .forModel(model)
              .match(known -> known.counter(), unknown -> counters.assuming(Encoding.O200K_BASE));
      return new ChatTokens(counter)
          .promptTokens(new ChatReader(fault -> {}).conversation((JsonValue.JsonObject) read));
    } catch (JsonRefusedException e) {
      throw new IllegalArgumentException("no request: " + e.getMessage(), e);
    }
  }
}
