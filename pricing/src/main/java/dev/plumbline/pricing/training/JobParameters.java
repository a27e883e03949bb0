package dev.plumbline.pricing.training;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Settings of a job that its provider checks.
 *
 * @param suffix the user's part of the new model's name
 * @param beta weight of the preference in DPO
 */
public record JobParameters(
    Optional<String> suffix,
    OptionalInt epochs,
    OptionalInt batchSize,
    Optional<BigDecimal> learningRateMultiplier,
    Optional<BigDecimal> beta) {

  private static final BigDecimal MOST_BETA = new BigDecimal("2");

  public JobParameters {
    requireNonNull(suffix, "suffix");
    requireNonNull(epochs, "epochs");
    requireNonNull(batchSize, "batchSize");
    requireNonNull(learningRateMultiplier, "learningRateMultiplier");
    requireNonNull(beta, "beta");
  }

  /** Everything that the provider would refuse, in words. */
  public List<String> objections() {
    List<String> objections = new ArrayList<>();
    if (suffix.filter(text -> text.isEmpty() || text.length() > 64).isPresent()) {
      objections.add("the suffix must have 1 to 64 characters");
    }
    if (epochs.isPresent() && (epochs.getAsInt() < 1 || epochs.getAsInt() > 50)) {
      objections.add("epochs must be 1 to 50");
    }
    if (batchSize.isPresent() && (batchSize.getAsInt() < 1 || batchSize.getAsInt() > 256)) {
      objections.add("the batch size must be 1 to 256");
    }
    if (learningRateMultiplier.filter(value -> value.signum() <= 0).isPresent()) {
      objections.add("the learning-rate multiplier must be positive");
    }
    if (beta.filter(b -> b.signum() <= 0 || b.compareTo(MOST_BETA) > 0).isPresent()) {
      objections.add("beta must be above 0 and at most 2");
    }
    return objections;
  }
}
