package dev.plumbline.lifecycle.drift.impact;

import static java.util.Objects.requireNonNull;

/** Tokens of the answers to one prompt, before a change most likely began and since. */
public record PromptTokens(String prompt, Sums before, Sums since) {

  /**
   * Sums over answers.
   *
   * @param calls that were answered
   * @param output with hidden tokens where they are billed
   */
  public record Sums(long calls, long input, long output) {

    public Sums {
      if (calls < 0 || input < 0 || output < 0) {
        throw new IllegalArgumentException(
            "sums below nothing: %d calls, %d and %d tokens".formatted(calls, input, output));
      }
    }
  }

  public PromptTokens {
    requireNonNull(prompt, "prompt");
    requireNonNull(before, "before");
    requireNonNull(since, "since");
  }

  /** Whether it was answered before and since, so that it can be compared with itself. */
  boolean isPaired() {
    return before.calls() > 0 && since.calls() > 0;
  }
}
