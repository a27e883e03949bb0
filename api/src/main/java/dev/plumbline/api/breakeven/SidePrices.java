package dev.plumbline.api.breakeven;

import static java.util.Objects.requireNonNull;

import dev.plumbline.pricing.inference.CacheMode;
import dev.plumbline.pricing.inference.TokenPrices;
import java.util.List;

/**
 * The four token prices of one model with the rows they come from.
 *
 * @param cacheMode how the published prices say that the provider caches
 */
record SidePrices(TokenPrices prices, CacheMode cacheMode, List<PriceAssumption> assumptions) {

  SidePrices {
    requireNonNull(prices, "prices");
    requireNonNull(cacheMode, "cacheMode");
    assumptions = List.copyOf(assumptions);
  }
}
