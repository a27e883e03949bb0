package dev.plumbline.api.identity;

import dev.plumbline.api.organisations.Organisation;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a machine's token may be used for. */
public enum Scope {
  /** Sends usage events, and sees nothing. */
  INGEST(Set.of(Permissions.SELF, Permissions.USAGE_WRITE)),
  /** Reads what a viewer sees, and computes. */
  READ(Role.VIEWER.permissions()),
  /** Asks about model ids, as a pipeline does. */
  SCAN(
      Set.of(
          Permissions.SELF,
          Permissions.PRICES_READ,
          Permissions.CALENDAR_READ,
          Permissions.MODELS_SCAN)),
  /** Reads the audit trail and nothing else, for whoever keeps copies of it. */
  AUDIT(Set.of(Permissions.SELF, Permissions.AUDIT_READ)),
  /** Everything that an administrator may. */
  ADMIN(Role.ADMIN.permissions());

  private final Set<String> permissions;

  Scope(Set<String> permissions) {
    this.permissions = permissions;
  }

  public Set<String> permissions() {
    return permissions;
  }

  /**
   * The permissions of a token with this scope for a whole organisation: an administrator's of the
   * first one also runs the installation.
   */
  public Set<String> permissionsIn(Organisation organisation) {
    boolean installation = this == ADMIN && organisation.equals(Organisation.FIRST);
    return installation ? Role.withInstallation(permissions) : permissions;
  }

  /** The published spelling, for example {@code ingest}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Scope> findByLabel(String label) {
    return Arrays.stream(values()).filter(scope -> scope.label().equals(label)).findFirst();
  }

  /** All spellings, for a message. */
  public static String labels() {
    return Arrays.stream(values()).map(Scope::label).collect(Collectors.joining(", "));
  }
}
