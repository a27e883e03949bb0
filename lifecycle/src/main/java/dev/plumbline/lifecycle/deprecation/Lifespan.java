package dev.plumbline.lifecycle.deprecation;

import static java.util.Objects.requireNonNull;

/** Both ends of a model. */
public record Lifespan(ClockEnd trainingEnd, ClockEnd inferenceEnd) {

  public Lifespan {
    requireNonNull(trainingEnd, "trainingEnd");
    requireNonNull(inferenceEnd, "inferenceEnd");
  }
}
