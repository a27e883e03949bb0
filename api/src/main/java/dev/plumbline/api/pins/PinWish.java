package dev.plumbline.api.pins;

import static java.util.Objects.requireNonNull;

import dev.plumbline.api.models.PinPlace;
import dev.plumbline.lifecycle.registry.ModelKey;
import java.util.Optional;

/**
 * What somebody wants an application to call.
 *
 * @param rollback what to go back to; empty for what was called before
 */
public record PinWish(PinPlace place, ModelKey target, Optional<ModelKey> rollback) {

  public PinWish {
    requireNonNull(place, "place");
    requireNonNull(target, "target");
    requireNonNull(rollback, "rollback");
  }
}
