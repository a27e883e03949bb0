package dev.plumbline.pricing.training;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.evidence.Observation;
import dev.plumbline.core.model.Provider;
import dev.plumbline.pricing.tokens.Encoding;
import dev.plumbline.pricing.tokens.ImageSize;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a user wants to know about a training file.
 *
 * @param method empty lets the rows decide
 * @param epochs empty for the provider's automatic rule
 * @param encoding empty for the model's own; another one makes every count an estimate
 * @param imageSize size of images whose own size cannot be seen
 * @param trainingEnd first day on which the base can no longer be trained, when one is known
 */
public record EstimateQuestion(
    Provider provider,
    String model,
    Optional<TrainingMethod> method,
    Optional<Epochs> epochs,
    int runs,
    Instant at,
    TrainingTerms terms,
    Optional<Encoding> encoding,
    Optional<ImageSize> imageSize,
    Optional<Observation<LocalDate>> trainingEnd) {

  public EstimateQuestion {
    requireNonNull(provider, "provider");
    requireNonNull(model, "model");
    requireNonNull(method, "method");
    requireNonNull(epochs, "epochs");
    requireNonNull(at, "at");
    requireNonNull(terms, "terms");
    requireNonNull(encoding, "encoding");
    requireNonNull(imageSize, "imageSize");
    requireNonNull(trainingEnd, "trainingEnd");
  }

  /** One run with automatic epochs at the provider's default terms. */
  public static EstimateQuestion of(Provider provider, String model, Instant at) {
    return new EstimateQuestion(
        provider,
        model,
        Optional.empty(),
        Optional.empty(),
        1,
        at,
        TrainingTerms.NONE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public EstimateQuestion withEpochs(Epochs some) {
    return new EstimateQuestion(
        provider,
        model,
        method,
        Optional.of(some),
        runs,
        at,
        terms,
        encoding,
        imageSize,
        trainingEnd);
  }

  public EstimateQuestion knowingTrainingEnd(Optional<Observation<LocalDate>> end) {
    return new EstimateQuestion(
        provider, model, method, epochs, runs, at, terms, encoding, imageSize, end);
  }
}
