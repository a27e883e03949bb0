package dev.plumbline.api.syncs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that a run found. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SyncEvent")
public record SyncEventView(
    UUID account,
    Instant at,
    @Schema(examples = "alias.moved") String kind,
    @Schema(description = "info, warning or critical") String severity,
    String subject,
    @Nullable String before,
    @Nullable String after,
    @Schema(description = "what it does to the published prices") @Nullable String effect,
    @Schema(description = "whether a failure of the whole provider explains it better")
        boolean muted) {

  static SyncEventView of(SyncEvent event) {
    return new SyncEventView(
        event.account(),
        event.at(),
        event.kind(),
        event.weight().name().toLowerCase(Locale.ROOT),
        event.subject(),
        event.before().orElse(null),
        event.after().orElse(null),
        event.effect().orElse(null),
        event.muted());
  }
}
