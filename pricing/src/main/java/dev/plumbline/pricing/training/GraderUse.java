package dev.plumbline.pricing.training;

import static java.util.Objects.requireNonNull;

/** What a grading model will read and write during a reinforcement job. */
public record GraderUse(String model, long inputTokens, long outputTokens) {

  public GraderUse {
    requireNonNull(model, "model");
    if (inputTokens < 0 || outputTokens < 0) {
      throw new IllegalArgumentException("tokens of a grader cannot be negative");
    }
  }
}
