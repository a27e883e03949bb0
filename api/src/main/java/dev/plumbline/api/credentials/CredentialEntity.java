package dev.plumbline.api.credentials;

import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.secrets.Sealed;
import dev.plumbline.api.secrets.Secret;
import dev.plumbline.api.secrets.SecretPlace;
import dev.plumbline.api.secrets.WrappedKey;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A row of {@code credential}. */
@Entity
@DynamicUpdate // the application may write only the columns that a change is about
@Table(name = "credential")
@IdClass(CredentialKey.class)
class CredentialEntity {

  static final String TABLE = "credential";
  static final String COLUMN = "sealed";

  @Id UUID organisationId;
  @Id UUID id;
  @Nullable UUID projectId;
  String kind;
  @Nullable String provider;
  String name;
  String lastFour;
  String keyVersion;
  byte[] wrappedKey;
  byte[] sealed;
  Instant createdAt;
  Instant changedAt;

  static SecretPlace place(Organisation organisation, UUID id) {
    return new SecretPlace(organisation, TABLE, COLUMN, id);
  }

  SecretPlace place() {
    return place(new Organisation(organisationId), id);
  }

  Optional<UUID> project() {
    return Optional.ofNullable(projectId);
  }

  Sealed secret() {
    return new Sealed(new WrappedKey(keyVersion, wrappedKey), sealed);
  }

  void take(Sealed secret, Secret shown) {
    keyVersion = secret.key().version();
    wrappedKey = secret.key().bytes();
    sealed = secret.text();
    lastFour = shown.lastFour().orElse("");
  }
}
