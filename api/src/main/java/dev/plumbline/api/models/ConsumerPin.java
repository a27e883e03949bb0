package dev.plumbline.api.models;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.registry.Pin;
import java.util.UUID;

/**
 * What one application called for one purpose.
 *
 * @param slot the purpose; {@code default} for an application with a single one
 */
public record ConsumerPin(UUID consumerId, String slot, Pin pin) {

  /** Of an application that calls one model. */
  public static final String DEFAULT_SLOT = "default";

  public ConsumerPin {
    requireNonNull(consumerId, "consumerId");
    requireNonNull(slot, "slot");
    requireNonNull(pin, "pin");
  }
}
