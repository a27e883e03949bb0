package dev.plumbline.api.costs;

import static java.util.Objects.requireNonNull;

import dev.plumbline.pricing.catalogue.Component;
import dev.plumbline.pricing.catalogue.PriceUnit;
import dev.plumbline.pricing.catalogue.Rate;
import dev.plumbline.pricing.cost.CostBreakdown;
import dev.plumbline.pricing.cost.CostLine;
import dev.plumbline.pricing.cost.Estimate;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What a million tokens of a model cost, or why nobody knows.
 *
 * @param rates empty when nobody knows
 * @param why empty when there are rates
 */
public record TokenRates(Optional<PerMillion> rates, String why) {

  private static final TokenRates OTHERWISE_BILLED =
      new TokenRates(Optional.empty(), "the model is not billed by input and output tokens alone");

  /**
   * Rates of one model.
   *
   * @param priceRows ids of the rows that say so
   * @param catalogueVersion of the prices
   * @param assumptions what had to be assumed, in sentences
   */
  public record PerMillion(
      Currency currency,
      BigDecimal input,
      BigDecimal output,
      List<String> priceRows,
      String catalogueVersion,
      List<String> assumptions) {

    public PerMillion {
      requireNonNull(currency, "currency");
      requireNonNull(input, "input");
      requireNonNull(output, "output");
      priceRows = List.copyOf(priceRows);
      requireNonNull(catalogueVersion, "catalogueVersion");
      assumptions = List.copyOf(assumptions);
    }
  }

  public TokenRates {
    requireNonNull(rates, "rates");
    requireNonNull(why, "why");
  }

  /**
   * @param estimate of a request with input and output
   */
  static TokenRates of(Estimate estimate) {
    return estimate.match(
        new Estimate.Cases<>() {
          @Override
          public TokenRates priced(CostBreakdown breakdown) {
            return of(breakdown);
          }

          @Override
          public TokenRates unpriced(Estimate.Unpriced unpriced) {
            return new TokenRates(Optional.empty(), unpriced.explanation());
          }
        });
  }

  private static TokenRates of(CostBreakdown breakdown) {
    return breakdown.lines().size() != 2
        ? OTHERWISE_BILLED
        : rate(breakdown, Component.INPUT)
            .flatMap(
                input ->
                    rate(breakdown, Component.OUTPUT)
                        .map(
                            output ->
                                new PerMillion(
                                    input.currency(),
                                    input.amount(),
                                    output.amount(),
                                    breakdown.priceRows(),
                                    breakdown.catalogueVersion(),
                                    breakdown.assumptions())))
            .map(rates -> new TokenRates(Optional.of(rates), ""))
            .orElse(OTHERWISE_BILLED);
  }

  private static Optional<Rate> rate(CostBreakdown breakdown, Component component) {
    return breakdown.lines().stream()
        .filter(line -> line.component() == component)
        .map(CostLine::rate)
        .filter(rate -> rate.unit() == PriceUnit.PER_1M_TOKENS)
        .findFirst();
  }
}
