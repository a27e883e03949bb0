package dev.plumbline.api.models;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.registry.Deployment;
import dev.plumbline.lifecycle.registry.PinHistory;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A deployment in the registry.
 *
 * @param models what answered there, from the oldest to the newest
 * @param removedAt since when the provider no longer has it
 */
public record RegisteredDeployment(
    UUID id,
    Deployment deployment,
    PinHistory models,
    Instant registeredAt,
    Optional<Instant> removedAt) {

  public RegisteredDeployment {
    requireNonNull(id, "id");
    requireNonNull(deployment, "deployment");
    requireNonNull(models, "models");
    requireNonNull(registeredAt, "registeredAt");
    requireNonNull(removedAt, "removedAt");
  }
}
