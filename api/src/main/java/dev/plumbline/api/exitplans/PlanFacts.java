package dev.plumbline.api.exitplans;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What people say about a model to be left. Amounts are text in US dollars; all may be absent. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ExitPlanFacts")
public record PlanFacts(
    @Schema(description = "first day of the plan; today when absent") @Nullable LocalDate start,
    @Schema(description = "days until everybody has switched; 30 when absent")
        @Nullable Integer durationDays,
    @Schema(description = "of them until a successor is trained; 10 when absent")
        @Nullable Integer tuningDays,
    @Schema(description = "months that a successor must live; 12 when absent")
        @Nullable Integer horizonMonths,
    @Schema(description = "sft, dpo or rft; sft when absent") @Nullable String method,
    @Schema(examples = "swedencentral") @Nullable String region,
    @Schema(description = "type of deployment on Azure", examples = "global")
        @Nullable String deployment,
    @Schema(description = "public or government") @Nullable String cloud,
    @Schema(description = "requests of a usual month") @Nullable Long requestsPerMonth,
    @Schema(description = "all input tokens of a usual request") @Nullable Long inputTokens,
    @Schema(description = "of them read from the prompt cache") @Nullable Long cachedInputTokens,
    @Schema(description = "output tokens of a usual request") @Nullable Long outputTokens,
    @Schema(description = "instead of working it out from requests and tokens", examples = "1200")
        @Nullable String monthlySpend,
    @Nullable String hostingPerMonth,
    @Schema(description = "paid for training so far") @Nullable String trainingSpend,
    @Schema(description = "tokens of the training, all epochs together")
        @Nullable Long trainedTokens,
    @Nullable LocalDate inServiceSince,
    @Nullable String owner,
    @Nullable String environment,
    @Schema(description = "day of the first fine-tuning job at the provider")
        @Nullable LocalDate firstJob,
    @Schema(description = "day of the last call of a fine-tune") @Nullable LocalDate lastTunedCall,
    @Schema(description = "whether all jobs and calls are known, so that others did not happen")
        @Nullable Boolean evidenceComplete) {

  static final PlanFacts NONE =
      new PlanFacts(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
          null, null, null, null, null, null, null);

  PlanFacts startingOn(@Nullable LocalDate day) {
    return new PlanFacts(
        day,
        durationDays,
        tuningDays,
        horizonMonths,
        method,
        region,
        deployment,
        cloud,
        requestsPerMonth,
        inputTokens,
        cachedInputTokens,
        outputTokens,
        monthlySpend,
        hostingPerMonth,
        trainingSpend,
        trainedTokens,
        inServiceSince,
        owner,
        environment,
        firstJob,
        lastTunedCall,
        evidenceComplete);
  }
}
