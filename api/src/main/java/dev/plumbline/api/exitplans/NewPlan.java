package dev.plumbline.api.exitplans;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.changes.Given;
import dev.plumbline.core.model.ModelId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a caller sends to begin a plan. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(
    name = "NewExitPlan",
    examples =
        """
        {"provider":"openai","model":"ft:gpt-4o-2024-08-06:acme::AbC123",
         "facts":{"requests_per_month":100000,"input_tokens":800,"output_tokens":200,
                  "trained_tokens":2880000}}""")
record NewPlan(
    @Nullable String provider,
    @Nullable String model,
    @Nullable PlanFacts facts,
    @Schema(description = "those that sources know are proposed when absent")
        @Nullable List<@Nullable CandidateFacts> candidates) {

  ModelId checkedModel() {
    return Given.model("plan", provider, model);
  }

  PlanFacts checkedFacts() {
    return facts == null ? PlanFacts.NONE : facts;
  }

  List<CandidateFacts> checkedCandidates() {
    if (candidates == null) {
      return List.of();
    }
    candidates.forEach(Given::body);
    return List.copyOf(candidates);
  }
}
