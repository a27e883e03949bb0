package dev.plumbline.api.changes;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A few words for a decision. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "DecisionText")
public record TextRequest(@Schema(examples = "evaluated, no worse") @Nullable String reason) {}
