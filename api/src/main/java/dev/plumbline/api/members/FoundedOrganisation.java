package dev.plumbline.api.members;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new organisation with its first administrator's way in. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "FoundedOrganisation")
record FoundedOrganisation(OrganisationView organisation, Invitation administrator) {}
