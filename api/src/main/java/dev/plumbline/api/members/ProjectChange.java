package dev.plumbline.api.members;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be different about a project. */
@Schema(
    name = "ProjectChange",
    description = "Absent fields stay as they are.",
    examples = "{\"archived\":true}")
record ProjectChange(
    @Nullable String name,
    @Schema(description = "true: roles in it allow nothing from now on; false: they do again")
        @Nullable Boolean archived) {

  Optional<String> newName() {
    return Given.nameIfAny("name", name);
  }
}
