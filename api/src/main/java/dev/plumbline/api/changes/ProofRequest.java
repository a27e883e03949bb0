package dev.plumbline.api.changes;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.problem.Input;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a caller sends who has called a model with success. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "NewModelProof")
record ProofRequest(
    @Nullable String provider,
    @Nullable String model,
    @Schema(description = "now when absent") @Nullable Instant verifiedAt,
    @Schema(description = "for example the id of the request") @Nullable String note) {

  /** A call of the future proves nothing. */
  Instant checkedMoment(Instant now) {
    Instant at = verifiedAt == null ? now : verifiedAt;
    if (at.isAfter(now)) {
      throw Input.refused("verified_at", "lies in the future");
    }
    return at;
  }
}
