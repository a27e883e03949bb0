package dev.plumbline.api.probes;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A suite without its probes. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "ProbeSuite")
public record SuiteView(
    UUID id,
    @Schema(examples = "support-triage") String name,
    int version,
    @Schema(description = "SHA-256 of the probes; a suite never changes") String contentHash,
    int probes,
    String createdBy,
    Instant createdAt) {

  static SuiteView of(SuiteEntity row) {
    return new SuiteView(
        row.id, row.name, row.version, row.contentHash, row.probes, row.createdBy, row.createdAt);
  }
}
