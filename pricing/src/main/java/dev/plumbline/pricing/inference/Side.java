package dev.plumbline.pricing.inference;

import static dev.plumbline.pricing.inference.WorkingPrecision.notNegative;
import static dev.plumbline.pricing.inference.WorkingPrecision.share;
import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * One way to answer requests: a model with its prompt, prices and cache.
 *
 * @param name the model as a person calls it; prices are given, so the name decides nothing
 * @param tierMultiplier factor on all token prices; 1 when the prices are those of the tier itself
 * @param failureRate probability that one attempt fails format or validation
 */
public record Side(
    String name,
    TokenPrices prices,
    BigDecimal tierMultiplier,
    TrafficProfile traffic,
    CacheProfile cache,
    BigDecimal failureRate) {

  public Side {
    requireNonNull(name, "name");
    requireNonNull(prices, "prices");
    requireNonNull(traffic, "traffic");
    requireNonNull(cache, "cache");
    notNegative(tierMultiplier, "tier multiplier");
    share(failureRate, "failure rate");
    BigDecimal notServed =
        traffic.inputTokens().subtract(cache.mode().servedTokens(traffic.staticTokens()));
    if (traffic.writtenTokens().compareTo(notServed) > 0) {
      throw new IllegalArgumentException(
          "tokens written to the cache on every request (%s) exceed the input that a hit does not serve (%s)"
              .formatted(traffic.writtenTokens().toPlainString(), notServed.toPlainString()));
    }
  }

  /** Tokens of the prefix that a cache hit serves. */
  public BigDecimal servedTokens() {
    return cache.mode().servedTokens(traffic.staticTokens());
  }

  /** Whether the cost of a request changes with the number of requests. */
  public boolean dependsOnVolume() {
    return cache.hitRate().dependsOnVolume() && AttemptCost.of(this).perHit().signum() != 0;
  }

  public Side withTraffic(TrafficProfile changed) {
    return new Side(name, prices, tierMultiplier, changed, cache, failureRate);
  }

  public Side withCache(CacheProfile changed) {
    return new Side(name, prices, tierMultiplier, traffic, changed, failureRate);
  }

  public Side withPrices(TokenPrices changed) {
    return new Side(name, changed, tierMultiplier, traffic, cache, failureRate);
  }

  public Side withFailureRate(BigDecimal changed) {
    return new Side(name, prices, tierMultiplier, traffic, cache, changed);
  }
}
