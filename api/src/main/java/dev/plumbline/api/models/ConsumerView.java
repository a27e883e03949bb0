package dev.plumbline.api.models;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.lifecycle.registry.Consumer;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An application that calls models, as it is published. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Consumer")
public record ConsumerView(
    UUID id,
    @Schema(examples = "support-chat") String application,
    String owner,
    @Schema(examples = "search@example.com") String contact,
    @Schema(description = "low, medium, high or critical") String criticality,
    @Schema(examples = "production") String environment,
    Instant registeredAt,
    @Schema(description = "since when it no longer runs") @Nullable Instant archivedAt) {

  public static ConsumerView of(RegisteredConsumer registered) {
    Consumer consumer = registered.consumer();
    return new ConsumerView(
        registered.id(),
        consumer.application(),
        consumer.owner(),
        consumer.contact(),
        consumer.criticality().label(),
        consumer.environment().label(),
        registered.registeredAt(),
        registered.archivedAt().orElse(null));
  }
}
