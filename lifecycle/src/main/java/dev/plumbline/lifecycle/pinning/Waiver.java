package dev.plumbline.lifecycle.pinning;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.owner.Environment;
import dev.plumbline.lifecycle.registry.ModelKey;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An exception from one rule that somebody answers for, until a day.
 *
 * @param model the only target that it is for; empty for every one
 * @param consumer the only application that it is for; empty for every one
 * @param owner who answers for it
 * @param expiresAt the first moment at which it no longer holds
 */
public record Waiver(
    UUID id,
    RuleName rule,
    Environment environment,
    Optional<ModelKey> model,
    Optional<UUID> consumer,
    String owner,
    String reason,
    Instant grantedAt,
    Instant expiresAt) {

  public Waiver {
    requireNonNull(id, "id");
    requireNonNull(rule, "rule");
    requireNonNull(environment, "environment");
    requireNonNull(model, "model");
    requireNonNull(consumer, "consumer");
    requireNonNull(grantedAt, "grantedAt");
    requireNonNull(expiresAt, "expiresAt");
    if (owner.isBlank() || reason.isBlank()) {
      throw new IllegalArgumentException("a waiver has an owner and a reason");
    }
    if (!expiresAt.isAfter(grantedAt)) {
      throw new IllegalArgumentException("a waiver expires after it is granted");
    }
  }

  public boolean holdsAt(Instant moment) {
    return !moment.isBefore(grantedAt) && moment.isBefore(expiresAt);
  }

  boolean covers(RuleName objected, PinRequest request) {
    return rule == objected
        && environment == request.environment()
        && holdsAt(request.at())
        && model.map(request.target().key()::equals).orElse(true)
        && consumer.map(request.consumer()::equals).orElse(true);
  }
}
