package dev.plumbline.api.pins;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.lifecycle.pinning.Waiver;
import dev.plumbline.lifecycle.registry.ModelKey;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An exception from a rule as it is published. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Waiver")
record WaiverView(
    UUID id,
    @Schema(examples = "base_lives") String rule,
    String environment,
    @Nullable String provider,
    @Schema(description = "absent for every model") @Nullable String model,
    @Schema(description = "absent for every application") @Nullable UUID consumer,
    @Schema(description = "who answers for it") String owner,
    String reason,
    Instant grantedAt,
    Instant expiresAt,
    @Nullable Instant revokedAt) {

  static WaiverView of(RegisteredWaiver registered) {
    Waiver waiver = registered.waiver();
    return new WaiverView(
        waiver.id(),
        waiver.rule().label(),
        waiver.environment().label(),
        waiver.model().map(key -> key.provider().key()).orElse(null),
        waiver.model().map(ModelKey::model).orElse(null),
        waiver.consumer().orElse(null),
        waiver.owner(),
        waiver.reason(),
        waiver.grantedAt(),
        waiver.expiresAt(),
        registered.revokedAt().orElse(null));
  }
}
