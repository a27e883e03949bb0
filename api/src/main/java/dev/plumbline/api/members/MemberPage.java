package dev.plumbline.api.members;

import dev.plumbline.api.lists.Listed;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Some of the members, by email. */
@Schema(name = "MemberPage")
record MemberPage(
    List<MemberView> members,
    @Schema(description = "give it as after to read on; absent at the end") @Nullable String next) {

  static MemberPage of(Listed<MemberView> listed) {
    return new MemberPage(listed.entries(), listed.next().orElse(null));
  }
}
