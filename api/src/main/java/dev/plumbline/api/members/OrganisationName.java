package dev.plumbline.api.members;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that the installation's administrators see of an organisation. */
@Schema(name = "OrganisationName")
record OrganisationName(UUID id, @Schema(examples = "Example Ltd") String name) {}
