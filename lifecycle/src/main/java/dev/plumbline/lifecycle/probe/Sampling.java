package dev.plumbline.lifecycle.probe;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How an answer is drawn.
 *
 * @param temperature 0 to 2; empty for the provider's default, which some models insist on
 * @param topP 0 to 1; empty for the provider's default
 * @param maxOutputTokens at most so many are paid for, hidden ones included
 * @param topLogprobs alternatives at each token with their log-probabilities, 0 to 20
 */
public record Sampling(
    Optional<BigDecimal> temperature,
    Optional<BigDecimal> topP,
    int maxOutputTokens,
    int topLogprobs) {

  private static final int MOST_OUTPUT = 16_384;
  private static final int MOST_LOGPROBS = 20;

  public Sampling {
    requireNonNull(temperature, "temperature");
    requireNonNull(topP, "topP");
    temperature.ifPresent(value -> refuseUnlessUpTo(2, value, "temperature"));
    topP.ifPresent(value -> refuseUnlessUpTo(1, value, "top_p"));
    refuseUnless(
        maxOutputTokens >= 1 && maxOutputTokens <= MOST_OUTPUT,
        "max_output_tokens is 1 to %,d: %,d".formatted(MOST_OUTPUT, maxOutputTokens));
    refuseUnless(
        topLogprobs >= 0 && topLogprobs <= MOST_LOGPROBS,
        "top_logprobs is 0 to %d: %d".formatted(MOST_LOGPROBS, topLogprobs));
  }

  /** At temperature 0, where an answer varies least. */
  public static Sampling steady(int maxOutputTokens) {
    return new Sampling(Optional.of(BigDecimal.ZERO), Optional.empty(), maxOutputTokens, 0);
  }

  private static void refuseUnlessUpTo(int most, BigDecimal value, String name) {
    refuseUnless(
        value.signum() >= 0 && value.compareTo(BigDecimal.valueOf(most)) <= 0,
        "%s is 0 to %d: %s".formatted(name, most, value));
  }

  private static void refuseUnless(boolean sound, String why) {
    if (!sound) {
      throw new IllegalArgumentException(why);
    }
  }
}
