package dev.plumbline.api.alerts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One thing that happened to an alert. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AlertEvent")
public record AlertEventView(
    UUID alert,
    int revision,
    Instant at,
    @Schema(examples = "reminded") String event,
    @Schema(description = "who did it") String actor,
    String severity,
    String summary,
    @Nullable LocalDate dueOn,
    @Schema(description = "whether channels heard of it") boolean told) {

  static AlertEventView of(AlertEventEntity row) {
    return new AlertEventView(
        row.alertId,
        row.revision,
        row.at,
        row.event,
        row.actor,
        row.severity,
        row.summary,
        row.dueOn,
        row.told);
  }
}
