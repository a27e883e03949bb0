package dev.plumbline.api.credentials;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A credential as it is published: everything but the secret. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Credential")
public record CredentialView(
    UUID id,
    @Schema(examples = "provider") String kind,
    @Schema(description = "of a provider's key", examples = "openai") @Nullable String provider,
    String name,
    @Schema(description = "absent when it is for the whole organisation") @Nullable UUID project,
    @Schema(
            description = "absent for secrets that are too short to show an end of",
            examples = "****abcd")
        @Nullable String lastFour,
    Instant createdAt,
    @Schema(description = "when the name or the secret was last changed") Instant changedAt) {

  static CredentialView of(CredentialEntity row) {
    return new CredentialView(
        row.id,
        row.kind,
        row.provider,
        row.name,
        row.projectId,
        row.lastFour.isEmpty() ? null : "****" + row.lastFour,
        row.createdAt,
        row.changedAt);
  }
}
