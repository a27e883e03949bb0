package dev.plumbline.api.alerts;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.problem.Input;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Until when an alert is acknowledged or snoozed. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "AlertUntil", examples = "{\"until\":\"2026-12-01T08:00:00Z\"}")
record UntilRequest(@Schema(description = "RFC 3339, within a year") @Nullable String until) {

  Optional<Instant> toInstant() {
    return until == null || until.isBlank()
        ? Optional.empty()
        : Optional.of(Input.read("until", () -> Instant.parse(until)));
  }
}
