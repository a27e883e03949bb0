package dev.plumbline.lifecycle.registry;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;

/**
 * A model of a job before its end.
 *
 * @param model the name under which it is called
 * @param step of training, from 1
 * @param object the provider's id of the checkpoint itself, which cannot be called
 * @param metrics by the provider's names, values as the provider writes them
 */
public record Checkpoint(
    String model, long step, Optional<String> object, Map<String, String> metrics)
    implements Comparable<Checkpoint> {

  public Checkpoint {
    requireNonNull(model, "model");
    requireNonNull(object, "object");
    metrics = Map.copyOf(metrics);
    if (step < 1) {
      throw new IllegalArgumentException("a checkpoint's step counts from 1, not " + step);
    }
  }

  @Override
  public int compareTo(Checkpoint other) {
    int bySteps = Long.compare(step, other.step);
    return bySteps == 0 ? model.compareTo(other.model) : bySteps;
  }
}
