package dev.plumbline.api.drift;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is known of one kind of evidence. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "DriftStanding")
record StandingView(
    @Schema(description = "tokens or tasks") String watch,
    @Schema(
            description =
                "learning, ok, suspected, confirmed, cleared, serving_change, gone or"
                    + " not_measurable")
        String state,
    String reason,
    @Schema(description = "cycles that were judged since the baseline was begun") int cycles,
    Instant since) {

  static StandingView of(Standing standing) {
    return new StandingView(
        standing.watch().label(),
        standing.state(),
        standing.reason(),
        standing.cycles(),
        standing.since());
  }
}
