package dev.plumbline.api.drift;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.lifecycle.drift.impact.Traffic;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A verdict as it was told. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DriftVerdict")
record VerdictView(
    UUID id,
    @Schema(description = "tokens or tasks") String watch,
    @Schema(description = "which baseline") int epoch,
    int cycle,
    @Schema(description = "of the cycle that led to it") Instant at,
    Instant toldAt,
    String state,
    String reason,
    @Schema(description = "whether it woke somebody") boolean page,
    @Schema(description = "whose change it is, as far as the arms tell") String attribution,
    @Schema(description = "when the change most likely began") @Nullable Instant onsetAt,
    @JsonRawValue
        @Schema(
            type = SchemaType.ARRAY,
            implementation = Object.class,
            description = "what moved, before and since")
        String moved,
    @JsonRawValue
        @Schema(
            type = SchemaType.ARRAY,
            implementation = Object.class,
            description = "answers before and after")
        String examples,
    @Schema(description = "what the change costs; absent where nothing changed")
        @Nullable MoneyImpactView moneyImpact,
    @Schema(description = "whether there is a file to download") boolean evidence) {

  /**
   * @param traffic what is entered at present
   */
  static VerdictView of(VerdictRow row, Optional<Traffic> traffic) {
    return new VerdictView(
        row.id(),
        row.watch().label(),
        row.epoch(),
        row.cycle(),
        row.at(),
        row.toldAt(),
        row.state(),
        row.reason(),
        row.page(),
        row.attribution(),
        row.onsetAt().orElse(null),
        row.moved(),
        row.examples(),
        row.money().map(figures -> MoneyImpactView.of(figures, traffic)).orElse(null),
        row.hasEvidence());
  }
}
