package dev.plumbline.api.costs;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Many requests at once. */
@Schema(name = "CostBatch")
record CostBatch(
    @Schema(description = "at most 1,000", required = true) @Nullable List<@Nullable CostRequest> requests) {}
