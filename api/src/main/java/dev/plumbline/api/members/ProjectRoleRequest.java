package dev.plumbline.api.members;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.identity.Role;
import dev.plumbline.api.problem.Input;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a caller sends to give a role in a project. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(
    name = "NewProjectRole",
    description = "Either member_id or team_id.",
    examples =
        """
        {"team_id":"5d2c1a52-0000-4000-8000-000000000000","role":"owner"}""")
record ProjectRoleRequest(
    @Nullable String memberId,
    @Nullable String teamId,
    @Schema(description = "viewer, planner, owner, operator or admin") @Nullable String role) {

  RoleHolder holder() {
    return Input.read(
        "member_id",
        () ->
            new RoleHolder(
                Optional.ofNullable(memberId).map(id -> Given.id("member_id", id)),
                Optional.ofNullable(teamId).map(id -> Given.id("team_id", id))));
  }

  Role checkedRole() {
    return Given.role(role);
  }
}
