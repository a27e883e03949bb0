package dev.plumbline.api.members;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.identity.Role;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be different about a member. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(
    name = "MemberChange",
    description = "Absent fields stay as they are.",
    examples = "{\"role\":\"owner\"}")
public record MemberChange(
    @Nullable String name,
    @Schema(description = "viewer, planner, owner, operator or admin") @Nullable String role,
    @Schema(description = "true: may not sign in; false: may again") @Nullable Boolean disabled) {

  Optional<String> newName() {
    return Given.nameIfAny("name", name);
  }

  Optional<Role> newRole() {
    return Given.roleIfAny(role);
  }
}
