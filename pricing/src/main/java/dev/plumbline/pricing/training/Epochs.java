package dev.plumbline.pricing.training;

import static java.util.Objects.requireNonNull;

/**
 * A number of epochs and the rule that gave it.
 *
 * @param reason why it is this number, in words
 */
public record Epochs(int count, String reason) {

  public Epochs {
    requireNonNull(reason, "reason");
    if (count < 1) {
      throw new IllegalArgumentException("a job has at least one epoch: " + count);
    }
  }
}
