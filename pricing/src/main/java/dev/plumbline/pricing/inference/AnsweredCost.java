package dev.plumbline.pricing.inference;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.money.Money;
import java.math.BigDecimal;

/**
 * What one answered request costs on one side at one volume.
 *
 * @param servedTokens tokens of the prefix that a cache hit serves
 * @param hitRate share of requests that hit the cache
 * @param attempts expected attempts
 * @param attempt cost of one attempt
 * @param loss expected loss through requests that no attempt answered
 * @param fallback cost of answers that the other side gives again
 */
public record AnsweredCost(
    BigDecimal servedTokens,
    BigDecimal hitRate,
    BigDecimal attempts,
    Money attempt,
    Money loss,
    Money fallback) {

  public AnsweredCost {
    requireNonNull(servedTokens, "servedTokens");
    requireNonNull(hitRate, "hitRate");
    requireNonNull(attempts, "attempts");
    requireNonNull(attempt, "attempt");
    requireNonNull(loss, "loss");
    requireNonNull(fallback, "fallback");
  }

  /** The cost of one side without fallback, at this many requests a month. */
  public static AnsweredCost of(Side side, Retries retries, BigDecimal requestsPerMonth) {
    BigDecimal hitRate = side.cache().hitRate().at(requestsPerMonth);
    return new AnsweredCost(
        side.servedTokens(),
        hitRate,
        retries.attempts(side.failureRate()),
        Money.usd(AttemptCost.of(side).at(hitRate)),
        Money.usd(retries.expectedLoss(side.failureRate())),
        Money.usd(BigDecimal.ZERO));
  }

  public AnsweredCost withFallback(Money cost) {
    return new AnsweredCost(servedTokens, hitRate, attempts, attempt, loss, cost);
  }

  /** The whole cost of one answered request. */
  public Money total() {
    return attempt.times(attempts).plus(loss).plus(fallback);
  }
}
