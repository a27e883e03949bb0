package dev.plumbline.api.notifications;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One message on its way to one channel. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Delivery")
public record DeliveryView(
    UUID id,
    @Schema(description = "the message's id, which every attempt carries") String message,
    UUID channel,
    @Nullable String channelName,
    @Nullable String recipient,
    @Schema(examples = "dead", description = "pending, sending, delivered, dead or cancelled")
        String state,
    int attempts,
    Instant createdAt,
    @Nullable Instant nextAttemptAt,
    @Nullable Integer lastStatus,
    @Nullable String lastError,
    @Nullable Instant endedAt) {

  static DeliveryView of(DeliveryEntity row, @Nullable String channelName) {
    boolean open = row.state.equals("pending") || row.state.equals("sending");
    return new DeliveryView(
        row.id,
        "msg_" + row.messageId,
        row.channelId,
        channelName,
        row.recipient.isEmpty() ? null : row.recipient,
        row.state,
        row.attempts,
        row.createdAt,
        open ? row.nextAttemptAt : null,
        row.lastStatus,
        row.lastError,
        row.endedAt);
  }

  public boolean isDead() {
    return state.equals("dead");
  }

  /** Some of them, the newest first. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "DeliveryList")
  public record All(List<DeliveryView> deliveries) {}
}
