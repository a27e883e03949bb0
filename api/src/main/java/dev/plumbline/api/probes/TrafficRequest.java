package dev.plumbline.api.probes;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.problem.Input;
import dev.plumbline.lifecycle.drift.impact.Traffic;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How much a model is used, as a caller enters it. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(
    name = "DriftTraffic",
    examples = "{\"requests_per_month\":2000000,\"input_tokens\":900,\"output_tokens\":250}")
public record TrafficRequest(
    @Schema(description = "1 to 1,000,000,000,000") @Nullable Long requestsPerMonth,
    @Schema(description = "mean of a request; that of the probes when absent")
        @Nullable Long inputTokens,
    @Schema(description = "mean of a request; that of the probes when absent")
        @Nullable Long outputTokens) {

  /** What an empty form sends; it is refused. */
  public static TrafficRequest nothing() {
    return new TrafficRequest(null, null, null);
  }

  static TrafficRequest of(Traffic traffic) {
    return new TrafficRequest(
        traffic.requestsPerMonth(),
        traffic.inputTokens().orElse(null),
        traffic.outputTokens().orElse(null));
  }

  Traffic toTraffic() {
    if (requestsPerMonth == null) {
      throw Input.refused("traffic.requests_per_month", "it is missing");
    }
    return Input.read(
        "traffic.requests_per_month",
        () ->
            new Traffic(
                requestsPerMonth,
                Optional.ofNullable(inputTokens),
                Optional.ofNullable(outputTokens)));
  }
}
