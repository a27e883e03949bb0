package dev.plumbline.api.models;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an application called for one purpose, as it is published. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Pin")
public record PinView(
    UUID consumer,
    @Schema(description = "the purpose; default for an application with a single one") String slot,
    @Schema(examples = "openai") String provider,
    @Schema(description = "a snapshot, an alias or a fine-tune") String model,
    Instant since,
    @Schema(description = "absent while it holds") @Nullable Instant until) {

  public static PinView of(ConsumerPin pin) {
    return new PinView(
        pin.consumerId(),
        pin.slot(),
        pin.pin().target().provider().key(),
        pin.pin().target().model(),
        pin.pin().since(),
        pin.pin().until().orElse(null));
  }
}
