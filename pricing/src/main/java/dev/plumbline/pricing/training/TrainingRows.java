package dev.plumbline.pricing.training;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.tokens.TokenCount;

/**
 * What a job is fed with.
 *
 * @param tokensPerEpoch each row cut at the training context
 * @param validation tokens of the validation rows, once; zero without any
 */
public record TrainingRows(long rows, TokenCount tokensPerEpoch, TokenCount validation) {

  public TrainingRows {
    requireNonNull(tokensPerEpoch, "tokensPerEpoch");
    requireNonNull(validation, "validation");
    if (rows < 0) {
      throw new IllegalArgumentException("rows cannot be negative: " + rows);
    }
  }
}
