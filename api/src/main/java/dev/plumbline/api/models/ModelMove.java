package dev.plumbline.api.models;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.registry.StateChange;
import dev.plumbline.lifecycle.registry.StateKind;

/** The state that somebody wants a model to be in. */
public record ModelMove(StateKind to, StateChange change) {

  public ModelMove {
    requireNonNull(to, "to");
    requireNonNull(change, "change");
  }
}
