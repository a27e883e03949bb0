package dev.plumbline.api.credentials;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A credential in the audit trail, which is kept for ever and read by more people: not even the end
 * of the secret.
 *
 * @param secret {@code changed} where the change was about it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CredentialTrace(
    String kind,
    @Nullable String provider,
    String name,
    @Nullable UUID project,
    @Nullable String secret) {

  static CredentialTrace of(CredentialEntity row) {
    return new CredentialTrace(row.kind, row.provider, row.name, row.projectId, null);
  }

  CredentialTrace withChangedSecret() {
    return new CredentialTrace(kind, provider, name, project, "changed");
  }
}
