package dev.plumbline.lifecycle.drift.impact;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * How much a model is used, as somebody entered it.
 *
 * @param inputTokens mean of a request; empty for that of the probes
 * @param outputTokens mean of a request before a change; empty for that of the probes
 */
public record Traffic(
    long requestsPerMonth, Optional<Long> inputTokens, Optional<Long> outputTokens) {

  /** A thousand times the largest public figure; more is a slip of the finger. */
  private static final long MOST_REQUESTS = 1_000_000_000_000L;

  private static final long MOST_TOKENS = 10_000_000;

  public Traffic {
    requireNonNull(inputTokens, "inputTokens");
    requireNonNull(outputTokens, "outputTokens");
    if (requestsPerMonth < 1 || requestsPerMonth > MOST_REQUESTS) {
      throw new IllegalArgumentException(
          "requests a month must be a whole number from 1 to 1,000,000,000,000");
    }
    if (isOutside(inputTokens) || isOutside(outputTokens)) {
      throw new IllegalArgumentException(
          "tokens a request must be a whole number from 1 to 10,000,000");
    }
  }

  private static boolean isOutside(Optional<Long> tokens) {
    return tokens.filter(count -> count < 1 || count > MOST_TOKENS).isPresent();
  }
}
