package dev.plumbline.api.members;

import dev.plumbline.api.lists.Listed;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Some of the projects, by name. */
@Schema(name = "ProjectPage")
record ProjectPage(
    List<ProjectView> projects,
    @Schema(description = "give it as after to read on; absent at the end") @Nullable String next) {

  static ProjectPage of(Listed<ProjectView> listed) {
    return new ProjectPage(listed.entries(), listed.next().orElse(null));
  }
}
