package dev.plumbline.api.members;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A role in a project as it is published. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "ProjectRole", description = "Held by a member or by a team")
record ProjectRoleView(
    UUID id,
    UUID projectId,
    @Nullable UUID memberId,
    @Nullable UUID teamId,
    @Schema(examples = "owner") String role) {

  static ProjectRoleView of(ProjectRoleEntity row) {
    return new ProjectRoleView(row.id, row.projectId, row.memberId, row.teamId, row.role);
  }
}
