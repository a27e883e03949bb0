package dev.plumbline.api.costs;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Many requests at once. */
@Schema(name = "CostBatch")
@JsonNaming(SnakeCaseStrategy.class)
record CostBatch(
    @Schema(description = "at most 1,000", required = true)
        @Nullable List<@Nullable CostRequest> requests) {}
