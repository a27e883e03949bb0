package dev.plumbline.api.settings;

import dev.plumbline.api.credentials.CredentialView;
import java.util.Map;
import java.util.UUID;

/** A credential as the table shows it: everything but the secret, times in UTC. */
public record CredentialRow(
    UUID id,
    String name,
    String kind,
    String provider,
    String end,
    String project,
    String changed,
    boolean changeable) {

  static CredentialRow of(CredentialView row, Map<UUID, String> projects, boolean mayWrite) {
    return new CredentialRow(
        row.id(),
        row.name(),
        row.kind(),
        row.provider() == null ? "" : row.provider(),
        row.lastFour() == null ? "****" : row.lastFour(),
        row.project() == null
            ? "all"
            : projects.getOrDefault(row.project(), row.project().toString()),
        Screens.minute(row.changedAt()),
        mayWrite);
  }
}
