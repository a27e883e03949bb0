package dev.plumbline.pricing.dataset;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * What one request looks like when traffic resembles the rows: the tokens before the last answer,
 * tools and reply priming included, and the tokens of that answer.
 */
public record TrafficMeans(BigDecimal promptTokens, BigDecimal answerTokens) {

  public TrafficMeans {
    requireNonNull(promptTokens, "promptTokens");
    requireNonNull(answerTokens, "answerTokens");
  }
}
