package dev.plumbline.api.members;

import dev.plumbline.api.lists.Listed;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Some of the roles in a project. */
@Schema(name = "ProjectRolePage")
record ProjectRolePage(
    List<ProjectRoleView> roles,
    @Schema(description = "give it as after to read on; absent at the end") @Nullable String next) {

  static ProjectRolePage of(Listed<ProjectRoleView> listed) {
    return new ProjectRolePage(listed.entries(), listed.next().orElse(null));
  }
}
