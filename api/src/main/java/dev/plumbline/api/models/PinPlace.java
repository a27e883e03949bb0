package dev.plumbline.api.models;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.registry.Pin;
import java.util.UUID;

/** An application, and one purpose for which it calls a model. */
public record PinPlace(UUID consumer, String slot) {

  public PinPlace {
    requireNonNull(consumer, "consumer");
    requireNonNull(slot, "slot");
  }

  public ConsumerPin pinned(Pin pin) {
    return new ConsumerPin(consumer, slot, pin);
  }
}
