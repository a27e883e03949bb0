package dev.plumbline.pricing.inference;

import static dev.plumbline.pricing.inference.WorkingPrecision.cost;

import java.math.BigDecimal;

/**
 * The cost of one attempt as a line over the hit rate, in US dollars.
 *
 * @param cold cost when the prefix is not in the cache: it is billed at the write price
 * @param perHit what a hit rate of 1 adds to it; negative when reads are cheaper than writes
 */
public record AttemptCost(BigDecimal cold, BigDecimal perHit) {

  public static AttemptCost of(Side side) {
    TrafficProfile traffic = side.traffic();
    TokenPrices prices = side.prices();
    BigDecimal served = side.servedTokens();
    BigDecimal written = traffic.writtenTokens();
    BigDecimal uncached = traffic.inputTokens().subtract(served).subtract(written);
    BigDecimal cold =
        cost(uncached, prices.input())
            .add(cost(served.add(written), prices.cacheWrite()))
            .add(cost(traffic.outputTokens(), prices.output()));
    BigDecimal perHit = cost(served, prices.cacheRead().subtract(prices.cacheWrite()));
    return new AttemptCost(
        cold.multiply(side.tierMultiplier()), perHit.multiply(side.tierMultiplier()));
  }

  public BigDecimal at(BigDecimal hitRate) {
    return cold.add(hitRate.multiply(perHit));
  }
}
