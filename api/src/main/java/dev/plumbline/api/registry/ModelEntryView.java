package dev.plumbline.api.registry;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.models.ModelView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A model in a list: with both clocks and how many applications call it. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "ModelEntry")
record ModelEntryView(
    @JsonUnwrapped ModelView model,
    @Schema(description = "until when it can be trained on") EndView trainingEnd,
    @Schema(description = "until when it can be called") EndView inferenceEnd,
    @Schema(description = "applications that are pinned to it now") int consumers) {}
