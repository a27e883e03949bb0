package dev.plumbline.api.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.models.ConsumerView;
import dev.plumbline.api.models.DeploymentView;
import dev.plumbline.api.models.EvidenceView;
import dev.plumbline.api.models.ModelView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All that the registry knows about one model. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "ModelDetail")
record ModelDetailView(
    @JsonUnwrapped ModelView model,
    EndView trainingEnd,
    EndView inferenceEnd,
    LineView lineage,
    @Schema(description = "who calls it now") List<CallerView> consumers,
    List<ServedView> deployments,
    List<EvidenceView> evidence) {

  /** Where a model comes from, and what was tuned from it. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Lineage")
  record LineView(
      @Nullable String base,
      @Schema(description = "the nearest first") List<RelativeView> ancestors,
      List<RelativeView> children) {}

  /** A model of the line; without an id it is not registered. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "LineageModel")
  record RelativeView(String model, @Nullable UUID id) {}

  /** An application that is pinned to the model. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "ModelCaller")
  record CallerView(@JsonUnwrapped ConsumerView consumer, String slot, Instant since) {}

  /** A deployment that serves the model, with its own end. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "ServedModel")
  record ServedView(@JsonUnwrapped DeploymentView deployment, EndView inferenceEnd) {}
}
