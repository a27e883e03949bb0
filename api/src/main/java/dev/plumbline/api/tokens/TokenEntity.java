package dev.plumbline.api.tokens;

import dev.plumbline.api.identity.Scope;
import dev.plumbline.api.organisations.Organisation;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A row of {@code access_token}. */
@Entity
@DynamicUpdate // the application may write only the columns that change
@Table(name = "access_token")
@IdClass(TokenKey.class)
class TokenEntity {

  @Id UUID organisationId;
  @Id String id;
  @Nullable UUID projectId;
  String name;
  byte[] secretHash;
  String[] scopes;
  String createdBy;
  Instant createdAt;
  Instant expiresAt;
  @Nullable Instant lastUsedAt;
  @Nullable Instant revokedAt;

  static TokenEntity of(StoredToken token, byte[] secretHash) {
    TokenEntity row = new TokenEntity();
    row.organisationId = token.organisation().id();
    row.id = token.id();
    row.projectId = token.project().orElse(null);
    row.name = token.name();
    row.secretHash = secretHash;
    row.scopes = token.scopes().stream().sorted().map(Scope::label).toArray(String[]::new);
    row.createdBy = token.createdBy();
    row.createdAt = token.createdAt();
    row.expiresAt = token.expiresAt();
    return row;
  }

  /** Scopes of another version of the product, which this one does not know, allow nothing here. */
  StoredToken toStoredToken() {
    return new StoredToken(
        new Organisation(organisationId),
        id,
        name,
        Arrays.stream(scopes)
            .map(Scope::findByLabel)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet()),
        Optional.ofNullable(projectId),
        createdBy,
        createdAt,
        expiresAt,
        Optional.ofNullable(lastUsedAt),
        Optional.ofNullable(revokedAt));
  }
}
