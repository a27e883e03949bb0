package dev.plumbline.api.members;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A project as it is published. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "Project")
public record ProjectView(
    UUID id,
    @Schema(examples = "Support assistant") String name,
    Instant createdAt,
    @Schema(description = "since when roles in it allow nothing") @Nullable Instant archivedAt) {

  static ProjectView of(ProjectEntity row) {
    return new ProjectView(row.id, row.name, row.createdAt, row.archivedAt);
  }
}
