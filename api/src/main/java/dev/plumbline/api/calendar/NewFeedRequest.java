package dev.plumbline.api.calendar;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.problem.Input;
import dev.plumbline.lifecycle.deprecation.LifeClock;
import dev.plumbline.lifecycle.deprecation.moves.Urgency;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a caller sends to make a feed. An absent field means any. */
@Schema(
    name = "NewCalendarFeed",
    examples = "{\"name\":\"Platform team\",\"used\":true,\"owner\":\"platform@example.com\"}")
@JsonNaming(SnakeCaseStrategy.class)
record NewFeedRequest(
    @Nullable String name,
    @Nullable String provider,
    @Schema(description = "training or inference") @Nullable String clock,
    @Schema(description = "a base with its fine-tunes, one fine-tune, or a name with *")
        @Nullable String model,
    @Schema(description = "only models in use of this owner or contact") @Nullable String owner,
    @Schema(description = "only what we use") @Nullable Boolean used,
    @Schema(description = "of the newest change, at least") @Nullable String severity) {

  private static final int LONGEST_NAME = 200;

  String checkedName() {
    String given =
        Labels.text("name", Optional.ofNullable(name))
            .orElseThrow(() -> Input.refused("name", "a feed needs a name"));
    if (given.length() > LONGEST_NAME) {
      throw Input.refused("name", "longer than %d characters".formatted(LONGEST_NAME));
    }
    return given;
  }

  CalendarQuery query() {
    return new CalendarQuery(
        Labels.provider(Optional.ofNullable(provider)),
        Labels.constant("clock", Optional.ofNullable(clock), LifeClock.class),
        Labels.text("model", Optional.ofNullable(model)),
        Labels.text("owner", Optional.ofNullable(owner)),
        used != null && used,
        Labels.constant("severity", Optional.ofNullable(severity), Urgency.class),
        CalendarQuery.Range.ANY);
  }
}
