package dev.plumbline.lifecycle.evaluation;

import static java.util.Objects.requireNonNull;

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

  /** What this one does not say is taken from another of the same step. */
  LossPoint or(LossPoint other) {
    return new LossPoint(
        step,
        training.isPresent() ? training : other.training,
        validation.isPresent() ? validation : other.validation);
  }
}
