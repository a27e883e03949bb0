package dev.plumbline.api.members;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An organisation as its members see it. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "Organisation")
record OrganisationView(UUID id, @Schema(examples = "Example Ltd") String name, Instant createdAt) {

  static OrganisationView of(OrganisationEntity row) {
    return new OrganisationView(row.id, row.name, row.createdAt);
  }
}
