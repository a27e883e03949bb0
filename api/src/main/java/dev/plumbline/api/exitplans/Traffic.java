package dev.plumbline.api.exitplans;

import dev.plumbline.api.problem.Input;
import dev.plumbline.pricing.usage.Usage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A usual month.
 *
 * @param usage of one request
 */
record Traffic(long requests, Usage usage) {

  /** Empty when the requests of a month or their tokens are not said. */
  static Optional<Traffic> of(PlanFacts facts) {
    Optional<Long> requests = FactReading.count("requests_per_month", facts.requestsPerMonth());
    if (requests.isEmpty() || (facts.inputTokens() == null && facts.outputTokens() == null)) {
      return Optional.empty();
    }
    return Optional.of(
        new Traffic(
            requests.get(),
            usage(facts.inputTokens(), facts.cachedInputTokens(), facts.outputTokens())));
  }

  /** The same requests with a candidate's tokens. */
  Traffic on(CandidateFacts candidate, PlanFacts today) {
    return new Traffic(
        requests,
        usage(
            candidate.inputTokens() == null ? today.inputTokens() : candidate.inputTokens(),
            candidate.cachedInputTokens() == null
                ? (candidate.inputTokens() == null ? today.cachedInputTokens() : Long.valueOf(0))
                : candidate.cachedInputTokens(),
            candidate.outputTokens() == null ? today.outputTokens() : candidate.outputTokens()));
  }

  private static Usage usage(@Nullable Long input, @Nullable Long cached, @Nullable Long output) {
    return Input.read(
        "input_tokens", () -> Usage.inclusive(orZero(input), orZero(cached), 0, orZero(output)));
  }

  private static long orZero(@Nullable Long number) {
    return number == null ? 0 : number;
  }
}
