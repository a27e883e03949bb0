package dev.plumbline.lifecycle.scan;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.model.ModelId;
import java.util.Optional;

/**
 * A place that names a model.
 *
 * @param written the name as it stands there, a router prefix included
 * @param model what it means; empty when no source knows the name
 * @param isTuning whether the place starts a fine-tuning job on the model
 */
public record Mention(
    Spot spot, String written, Optional<ModelId> model, Usage usage, boolean isTuning) {

  public Mention {
    requireNonNull(spot, "spot");
    requireNonNull(written, "written");
    requireNonNull(model, "model");
    requireNonNull(usage, "usage");
  }

  /** The name without what stands before it. */
  public String name() {
    return model.map(ModelId::canonical).orElse(written);
  }
}
