package dev.plumbline.lifecycle.pinning;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.owner.Environment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/**
 * The wish to pin an application to a model, with what a policy must know about it.
 *
 * @param consumer the application
 * @param at the moment for which everything else here holds
 * @param evaluatedAt when the target was last evaluated; empty when there is no evaluation
 */
public record PinRequest(
    UUID consumer,
    Environment environment,
    Instant at,
    PinTarget target,
    RollbackTarget rollback,
    Optional<Instant> evaluatedAt) {

  public PinRequest {
    requireNonNull(consumer, "consumer");
    requireNonNull(environment, "environment");
    requireNonNull(at, "at");
    requireNonNull(target, "target");
    requireNonNull(rollback, "rollback");
    requireNonNull(evaluatedAt, "evaluatedAt");
  }

  LocalDate today() {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
