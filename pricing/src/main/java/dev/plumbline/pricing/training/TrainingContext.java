package dev.plumbline.pricing.training;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.tokens.TokenCount.Precision;

/**
 * Tokens of the longest example that training sees whole; what is longer is cut at its end.
 *
 * @param precision ESTIMATED when the document is old and announced a change
 */
public record TrainingContext(long tokens, Precision precision, String source) {

  public TrainingContext {
    requireNonNull(precision, "precision");
    requireNonNull(source, "source");
    if (tokens < 1) {
      throw new IllegalArgumentException("a context holds tokens: " + tokens);
    }
  }
}
