package dev.plumbline.api.models;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.registry.RegisteredModel;

/** What registering a model did. */
public record ModelRegistration(RegisteredModel model, Outcome outcome) {

  /** Registering the same twice ends with {@link #UNCHANGED}. */
  public enum Outcome {
    ADDED,
    CHANGED,
    UNCHANGED
  }

  public ModelRegistration {
    requireNonNull(model, "model");
    requireNonNull(outcome, "outcome");
  }
}
