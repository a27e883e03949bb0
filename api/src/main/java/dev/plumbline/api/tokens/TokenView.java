package dev.plumbline.api.tokens;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.identity.Scope;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A token as it is published, without its secret. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "Token")
public record TokenView(
    String id,
    @Schema(examples = "plb_live_3fT9aZ0Qk2Lm_…") String shown,
    String name,
    @Schema(examples = "[\"ingest\"]") List<String> scopes,
    @Schema(description = "the only project it works in") @Nullable UUID projectId,
    @Schema(description = "active, expired or revoked") String status,
    String createdBy,
    Instant createdAt,
    Instant expiresAt,
    @Schema(description = "to the minute") @Nullable Instant lastUsedAt,
    @Nullable Instant revokedAt) {

  static TokenView of(StoredToken token, Instant now) {
    return new TokenView(
        token.id(),
        TokenText.shown(token.id()),
        token.name(),
        token.scopes().stream().sorted().map(Scope::label).toList(),
        token.project().orElse(null),
        token.statusAt(now).label(),
        token.createdBy(),
        token.createdAt(),
        token.expiresAt(),
        token.lastUsedAt().orElse(null),
        token.revokedAt().orElse(null));
  }
}
