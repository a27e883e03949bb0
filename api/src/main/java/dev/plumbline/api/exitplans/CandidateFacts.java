package dev.plumbline.api.exitplans;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What people say about one way out. Tokens that are absent are as today. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "ExitCandidateFacts",
    examples =
        """
        {"route":"same_base_elsewhere","provider":"azure","model":"gpt-4o-2024-08-06",
         "region":"swedencentral","deployment":"global","effort":"4000"}""")
public record CandidateFacts(
    @Schema(
            description =
                "same_base_elsewhere, newer_base_with_prompt, retune_elsewhere,"
                    + " smaller_base or stop")
        @Nullable String route,
    @Nullable String provider,
    @Schema(description = "name of the base at that provider") @Nullable String model,
    @Nullable String region,
    @Nullable String deployment,
    @Nullable String cloud,
    @Nullable Long inputTokens,
    @Nullable Long cachedInputTokens,
    @Nullable Long outputTokens,
    @Schema(description = "instead of working it out") @Nullable String monthlyCost,
    @Nullable String hostingPerMonth,
    @Schema(description = "tokens of the new training, all epochs together")
        @Nullable Long trainingTokens,
    @Schema(description = "instead of working it out") @Nullable String retrainingCost,
    @Schema(description = "people's work and the evaluation, once") @Nullable String effort,
    @Schema(description = "whether it can do at least the same; absent when nobody has looked")
        @Nullable Boolean capable,
    @Nullable String capableEvidence) {}
