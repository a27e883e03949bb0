package dev.plumbline.api.changes;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a model answered, as it is published. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "ModelProof")
public record ProofView(
    UUID id, String provider, String model, Instant verifiedAt, String note, String by) {

  static ProofView of(ProofEntity row) {
    return new ProofView(row.id, row.provider, row.model, row.verifiedAt, row.note, row.byName);
  }
}
