package dev.plumbline.lifecycle.registry;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * A fine-tuned model in the registry of an organisation.
 *
 * @param id of the entry; it stays when the provider's name changes at the end of a job
 */
public record RegisteredModel(
    UUID id, ModelFacts facts, ModelState state, Instant registeredAt, Instant changedAt) {

  public RegisteredModel {
    requireNonNull(id, "id");
    requireNonNull(facts, "facts");
    requireNonNull(state, "state");
    requireNonNull(registeredAt, "registeredAt");
    requireNonNull(changedAt, "changedAt");
  }

  public ModelKey key() {
    return facts.key();
  }
}
