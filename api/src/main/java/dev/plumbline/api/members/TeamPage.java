package dev.plumbline.api.members;

import dev.plumbline.api.lists.Listed;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Some of the teams, by name. */
@Schema(name = "TeamPage")
record TeamPage(
    List<TeamView> teams,
    @Schema(description = "give it as after to read on; absent at the end") @Nullable String next) {

  static TeamPage of(Listed<TeamView> listed) {
    return new TeamPage(listed.entries(), listed.next().orElse(null));
  }
}
