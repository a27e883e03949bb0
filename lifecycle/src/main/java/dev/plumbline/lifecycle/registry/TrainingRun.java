package dev.plumbline.lifecycle.registry;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a model was made.
 *
 * @param job the provider's id of the fine-tuning job
 * @param method for example {@code supervised}, {@code dpo} or {@code reinforcement}
 * @param hyperparameters by the provider's names, values as the provider writes them
 * @param trainedTokens all epochs together, as the provider counts them
 */
public record TrainingRun(
    Optional<String> job,
    Optional<String> method,
    Optional<Long> seed,
    Map<String, String> hyperparameters,
    Optional<Long> trainedTokens,
    Optional<Instant> finishedAt,
    Dataset dataset,
    TrainingCost cost) {

  public static final TrainingRun UNKNOWN =
      new TrainingRun(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Map.of(),
          Optional.empty(),
          Optional.empty(),
          Dataset.UNKNOWN,
          TrainingCost.UNKNOWN);

  public TrainingRun {
    requireNonNull(job, "job");
    requireNonNull(method, "method");
    requireNonNull(seed, "seed");
    hyperparameters = Map.copyOf(hyperparameters);
    requireNonNull(trainedTokens, "trainedTokens");
    requireNonNull(finishedAt, "finishedAt");
    requireNonNull(dataset, "dataset");
    requireNonNull(cost, "cost");
    if (trainedTokens.filter(count -> count < 0).isPresent()) {
      throw new IllegalArgumentException("trained tokens cannot be " + trainedTokens.get());
    }
  }

  /** The same job with nothing else known. */
  public static TrainingRun ofJob(String job) {
    return new TrainingRun(
        Optional.of(job),
        UNKNOWN.method,
        UNKNOWN.seed,
        UNKNOWN.hyperparameters,
        UNKNOWN.trainedTokens,
        UNKNOWN.finishedAt,
        UNKNOWN.dataset,
        UNKNOWN.cost);
  }

  /** In the order of their names, for people. */
  public Map<String, String> sortedHyperparameters() {
    return new TreeMap<>(hyperparameters);
  }

  /** What the newer says, and where it says nothing what was known. */
  TrainingRun mergedWith(TrainingRun newer) {
    return new TrainingRun(
        newer.job.or(() -> job),
        newer.method.or(() -> method),
        newer.seed.or(() -> seed),
        newer.hyperparameters.isEmpty() ? hyperparameters : newer.hyperparameters,
        newer.trainedTokens.or(() -> trainedTokens),
        newer.finishedAt.or(() -> finishedAt),
        dataset.mergedWith(newer.dataset),
        cost.mergedWith(newer.cost));
  }
}
