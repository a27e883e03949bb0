package dev.plumbline.api.members;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A team as it is published. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "Team", description = "Members who hold roles in projects together")
public record TeamView(UUID id, @Schema(examples = "Search") String name, Instant createdAt) {

  static TeamView of(TeamEntity row) {
    return new TeamView(row.id, row.name, row.createdAt);
  }
}
