package dev.plumbline.api.models;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A piece of evidence as it is published. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "ModelEvidence")
public record EvidenceView(
    UUID id,
    @Schema(examples = "openai") String provider,
    String model,
    @Schema(description = "baseline or servable") String kind,
    Instant seenAt,
    @Schema(description = "where the proof is") String reference) {

  public static EvidenceView of(ModelEvidence evidence) {
    return new EvidenceView(
        evidence.id(),
        evidence.key().provider().key(),
        evidence.key().model(),
        evidence.kind().label(),
        evidence.seenAt(),
        evidence.reference());
  }
}
