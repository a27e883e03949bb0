package dev.plumbline.api.members;

import dev.plumbline.api.lists.Listed;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Some of the organisations, by id. */
@Schema(name = "OrganisationPage")
record OrganisationPage(
    List<OrganisationName> organisations,
    @Schema(description = "give it as after to read on; absent at the end") @Nullable String next) {

  static OrganisationPage of(Listed<OrganisationName> listed) {
    return new OrganisationPage(listed.entries(), listed.next().orElse(null));
  }
}
