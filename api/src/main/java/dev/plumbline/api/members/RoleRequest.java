package dev.plumbline.api.members;

import dev.plumbline.api.identity.Role;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a caller sends to change a role in a project. */
@Schema(name = "RoleChange", examples = "{\"role\":\"planner\"}")
record RoleRequest(@Nullable String role) {

  Role checkedRole() {
    return Given.role(role);
  }
}
