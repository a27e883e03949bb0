package dev.plumbline.api.drift;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Money of a month. Amounts are exact, as strings. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "DriftSpending")
record SpendingView(
    @Schema(description = "first day of the month, UTC") LocalDate month,
    String currency,
    @Schema(description = "what calls cost; those whose end is unknown count as dear as may be")
        String spent,
    String budget) {}
