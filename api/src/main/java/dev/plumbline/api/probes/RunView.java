package dev.plumbline.api.probes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A run as it is published. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ProbeRun")
public record RunView(
    UUID id,
    @Schema(examples = "tripwire") String work,
    @Schema(description = "cycle, search, reference, escalation, confirmation or asked")
        String purpose,
    @Schema(description = "start of the time for which it stands") Instant slot,
    int calls,
    @Schema(description = "cost at most, exact") String atMost,
    @Schema(description = "absent while it is open") @Nullable Instant finishedAt,
    @Schema(description = "measured, partial, not_measured or gone") @Nullable String outcome,
    @Schema(description = "why something is missing") @Nullable String detail) {

  public static RunView of(ProbeRun run) {
    return new RunView(
        run.id(),
        run.work().label(),
        run.purpose().label(),
        run.slot(),
        run.calls(),
        run.atMost().toPlainString(),
        run.finished().map(ProbeRun.Finished::at).orElse(null),
        run.finished().map(end -> end.outcome().label()).orElse(null),
        run.finished().map(ProbeRun.Finished::detail).filter(text -> !text.isEmpty()).orElse(null));
  }
}
