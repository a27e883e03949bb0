package dev.plumbline.api.credentials;

import static java.util.Objects.requireNonNull;

import dev.plumbline.api.secrets.Secret;
import java.util.Optional;
import java.util.UUID;

/**
 * A credential to be stored.
 *
 * @param provider its key, for example {@code openai}; for a provider's key only
 * @param project the project that it is for; empty for the whole organisation
 */
public record NewCredential(
    CredentialKind kind,
    Optional<String> provider,
    String name,
    Optional<UUID> project,
    Secret secret) {

  public NewCredential {
    requireNonNull(kind, "kind");
    requireNonNull(provider, "provider");
    requireNonNull(name, "name");
    requireNonNull(project, "project");
    requireNonNull(secret, "secret");
  }
}
