package dev.plumbline.api.estimates;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An estimate that is asked for. */
@Schema(name = "EstimateRequest")
record EstimateRequest(
    @Schema(description = "id of an uploaded dataset", required = true) @Nullable String dataset,
    @Schema(description = "1 to 50; the automatic rule when left out", examples = "3")
        @Nullable Integer epochs,
    @Schema(description = "jobs of the same rows; 1 when left out", examples = "1")
        @Nullable Integer runs,
    @Schema(description = "day of the job; today when left out", examples = "2026-11-20")
        @Nullable LocalDate at) {}
