package dev.plumbline.api.tokens;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who sent a request, and what they may. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "Me")
record MeView(
    OrganisationName organisation,
    ActorView actor,
    @Schema(description = "of a member in the organisation; null for a token")
        @Nullable String role,
    @Schema(description = "null for a member") @Nullable TokenView token,
    @Schema(description = "what holds in the whole organisation") List<String> permissions,
    @Schema(description = "what holds in one project, by its id")
        Map<UUID, List<String>> projectPermissions) {

  /** The organisation for which the caller acts. */
  @Schema(name = "MyOrganisation")
  record OrganisationName(UUID id, String name) {}

  /** The caller, as the audit trail names them. */
  @Schema(name = "MyName")
  record ActorView(@Schema(description = "member or token") String kind, String id, String name) {}
}
