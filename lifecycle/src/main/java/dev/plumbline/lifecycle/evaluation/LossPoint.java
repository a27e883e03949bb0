package dev.plumbline.lifecycle.evaluation;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was measured after one step of training. Losses are mean cross entropies in nats per token;
 * one that is not finite is kept, because it is a finding.
 *
 * @param step from 1
 * @param training loss on the batch of the step
 * @param validation loss on a sample of the validation file, or on all of it where that is known
 */
public record LossPoint(int step, OptionalDouble training, OptionalDouble validation) {

  public LossPoint {
    if (step < 1) {
      throw new IllegalArgumentException("steps count from 1: " + step);
    }
    requireNonNull(training, "training");
    requireNonNull(validation, "validation");
  }

  /**
   * Metrics of a job's event or checkpoint; empty when they tell no loss of a step.
   *
   * @param metrics {@code step} with {@code train_loss}, {@code valid_loss} or {@code
   *     full_valid_loss}, which counts for more
   */
  public static Optional<LossPoint> ofMetrics(Map<String, String> metrics) {
    try {
      OptionalDouble validation = loss(metrics, "full_valid_loss");
      LossPoint point =
          new LossPoint(
              new BigDecimal(metrics.getOrDefault("step", "0")).intValueExact(),
              loss(metrics, "train_loss"),
              validation.isPresent() ? validation : loss(metrics, "valid_loss"));
      return point.training.isEmpty() && point.validation.isEmpty()
          ? Optional.empty()
          : Optional.of(point);
    } catch (IllegalArgumentException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static OptionalDouble loss(Map<String, String> metrics, String name) {
    String text = metrics.get(name);
    return text == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
  }

  /** What this one does not say is taken from another of the same step. */
  LossPoint or(LossPoint other) {
    return new LossPoint(
        step,
        training.isPresent() ? training : other.training,
        validation.isPresent() ? validation : other.validation);
  }
}
