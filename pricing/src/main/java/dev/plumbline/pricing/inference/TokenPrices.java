package dev.plumbline.pricing.inference;

import static dev.plumbline.pricing.inference.WorkingPrecision.notNegative;

import java.math.BigDecimal;

/**
 * Prices of one model in US dollars per million tokens.
 *
 * @param input uncached input
 * @param cacheRead input served by the prompt cache
 * @param cacheWrite input written to the prompt cache; the input price where writes are free
 * @param output output, reasoning included
 */
public record TokenPrices(
    BigDecimal input, BigDecimal cacheRead, BigDecimal cacheWrite, BigDecimal output) {

  public TokenPrices {
    notNegative(input, "input price");
    notNegative(cacheRead, "cache read price");
    notNegative(cacheWrite, "cache write price");
    notNegative(output, "output price");
  }

  /** Prices of a model that publishes no cache prices: every input token bills as input. */
  public static TokenPrices uncached(BigDecimal input, BigDecimal output) {
    return new TokenPrices(input, input, input, output);
  }
}
