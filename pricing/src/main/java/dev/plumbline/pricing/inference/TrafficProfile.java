package dev.plumbline.pricing.inference;

import static dev.plumbline.pricing.inference.WorkingPrecision.notNegative;

import java.math.BigDecimal;

/**
 * The tokens of one request; averages, so fractions are allowed.
 *
 * @param staticTokens prefix that is equal in every request: tools, instructions, examples
 * @param variableTokens the user's part
 * @param outputTokens output, reasoning included
 * @param writtenTokens tokens written to the cache on every request, hit or not
 */
public record TrafficProfile(
    BigDecimal staticTokens,
    BigDecimal variableTokens,
    BigDecimal outputTokens,
    BigDecimal writtenTokens) {

  public TrafficProfile {
    notNegative(staticTokens, "static prompt tokens");
    notNegative(variableTokens, "variable input tokens");
    notNegative(outputTokens, "output tokens");
    notNegative(writtenTokens, "tokens written to the cache");
  }

  public static TrafficProfile of(long staticTokens, long variableTokens, long outputTokens) {
    return new TrafficProfile(
        BigDecimal.valueOf(staticTokens),
        BigDecimal.valueOf(variableTokens),
        BigDecimal.valueOf(outputTokens),
        BigDecimal.ZERO);
  }

  public TrafficProfile withStaticTokens(BigDecimal tokens) {
    return new TrafficProfile(tokens, variableTokens, outputTokens, writtenTokens);
  }

  BigDecimal inputTokens() {
    return staticTokens.add(variableTokens);
  }
}
