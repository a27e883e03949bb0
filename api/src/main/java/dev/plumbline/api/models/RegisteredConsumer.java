package dev.plumbline.api.models;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.registry.Consumer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An application in the registry.
 *
 * @param archivedAt since when it no longer runs
 */
public record RegisteredConsumer(
    UUID id, Consumer consumer, Instant registeredAt, Optional<Instant> archivedAt) {

  public RegisteredConsumer {
    requireNonNull(id, "id");
    requireNonNull(consumer, "consumer");
    requireNonNull(registeredAt, "registeredAt");
    requireNonNull(archivedAt, "archivedAt");
  }
}
