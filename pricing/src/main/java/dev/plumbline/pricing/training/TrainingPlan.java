package dev.plumbline.pricing.training;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.model.Provider;
import dev.plumbline.core.tokens.TokenCount;
import java.time.Instant;

/**
 * A training that somebody thinks about: all jobs start on the same day.
 *
 * @param model base model as the user names it: snapshot, alias or an own fine-tune
 * @param runs jobs of the same rows and epochs, for example to compare settings
 * @param at when the jobs would start
 */
public record TrainingPlan(
    Provider provider,
    String model,
    TrainingMethod method,
    TrainingRows rows,
    Epochs epochs,
    int runs,
    Instant at,
    TrainingTerms terms) {

  private static final int MOST_RUNS = 10_000;

  public TrainingPlan {
    requireNonNull(provider, "provider");
    requireNonNull(model, "model");
    requireNonNull(method, "method");
    requireNonNull(rows, "rows");
    requireNonNull(epochs, "epochs");
    requireNonNull(at, "at");
    requireNonNull(terms, "terms");
    if (runs < 1 || runs > MOST_RUNS) {
      throw new IllegalArgumentException("runs must be 1 to 10,000: " + runs);
    }
  }

  /** Tokens that one job trains: the number that a provider reports as trained tokens. */
  public TokenCount trainedTokensPerRun() {
    return rows.tokensPerEpoch().times(epochs.count());
  }

  public TokenCount trainedTokens() {
    return trainedTokensPerRun().times(runs);
  }
}
