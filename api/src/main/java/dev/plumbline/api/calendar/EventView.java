package dev.plumbline.api.calendar;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.deprecations.DateEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A change that was kept. */
@Schema(name = "DateEvent")
@JsonNaming(SnakeCaseStrategy.class)
public record EventView(
    UUID id,
    @Schema(examples = "date.moved_earlier") String event,
    String severity,
    String provider,
    String model,
    @Nullable String base,
    boolean fineTunes,
    String clock,
    @Schema(description = "when it could be known") LocalDate seenOn,
    @Nullable LocalDate before,
    @Nullable LocalDate now,
    @Nullable String source,
    @Schema(description = "when Plumbline learned of it") Instant recordedAt) {

  static EventView of(DateEvent event) {
    return new EventView(
        event.id(),
        event.kind(),
        Labels.of(event.severity()),
        event.provider().key(),
        event.model(),
        event.base().orElse(null),
        event.fineTunes(),
        Labels.of(event.clock()),
        event.seenOn(),
        event.before().orElse(null),
        event.now().orElse(null),
        event.source().orElse(null),
        event.recordedAt());
  }

  /** Events, the newest first. */
  @Schema(name = "DateEvents")
  @JsonNaming(SnakeCaseStrategy.class)
  public record Page(
      List<EventView> events,
      @Schema(description = "give it as after for the rest; null on the last page")
          @Nullable UUID next) {

    public Page {
      events = List.copyOf(events);
    }
  }
}
