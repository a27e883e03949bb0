package dev.plumbline.api.identity;

import dev.plumbline.api.organisations.Organisation;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person does in an organisation or in one project; each is more than a viewer. */
public enum Role {
  VIEWER(
      Permissions.SELF,
      Permissions.ALERTS_READ,
      Permissions.JOBS_READ,
      Permissions.BREAK_EVEN,
      Permissions.CALCULATE,
      Permissions.PRICES_READ,
      Permissions.MODELS_READ,
      Permissions.PROVIDERS_READ,
      Permissions.CALENDAR_READ,
      Permissions.OVERRIDES_READ,
      Permissions.PLANS_READ,
      Permissions.ORGANISATION_READ),
  /** Budgets, scenarios and negotiated prices. */
  PLANNER(Permissions.OVERRIDES_WRITE),
  /** Models, plans and approvals. */
  OWNER(
      Permissions.ALERTS_WRITE,
      Permissions.MODELS_WRITE,
      Permissions.MODELS_SCAN,
      Permissions.PLANS_WRITE,
      Permissions.PLANS_APPROVE,
      Permissions.CALENDAR_WRITE,
      Permissions.CALENDAR_APPROVE,
      Permissions.AUDIT_READ),
  /** Providers, jobs and channels, and the machines that talk to us. */
  OPERATOR(
      Permissions.PROVIDERS_WRITE,
      Permissions.CALENDAR_WRITE,
      Permissions.ALERTS_WRITE,
      Permissions.CHANNELS_READ,
      Permissions.CHANNELS_WRITE,
      Permissions.JOBS_OPERATE,
      Permissions.MODELS_SCAN,
      Permissions.USAGE_WRITE,
      Permissions.TOKENS_READ,
      Permissions.TOKENS_WRITE,
      Permissions.CREDENTIALS_READ,
      Permissions.CREDENTIALS_WRITE),
  ADMIN(
      Permissions.PROVIDERS_WRITE,
      Permissions.CALENDAR_WRITE,
      Permissions.CALENDAR_APPROVE,
      Permissions.ALERTS_WRITE,
      Permissions.CHANNELS_READ,
      Permissions.CHANNELS_WRITE,
      Permissions.JOBS_OPERATE,
      Permissions.OVERRIDES_WRITE,
      Permissions.MODELS_WRITE,
      Permissions.PLANS_WRITE,
      Permissions.PLANS_APPROVE,
      Permissions.MODELS_SCAN,
      Permissions.USAGE_WRITE,
      Permissions.ORGANISATION_WRITE,
      Permissions.TOKENS_READ,
      Permissions.TOKENS_WRITE,
      Permissions.CREDENTIALS_READ,
      Permissions.CREDENTIALS_WRITE,
      Permissions.AUDIT_READ);

  private final Set<String> own;

  Role(String... own) {
    this.own = Set.of(own);
  }

  /** The permissions of {@link Permissions}, those of a viewer included. */
  public Set<String> permissions() {
    return Stream.concat(VIEWER.own.stream(), own.stream()).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The permissions of somebody with this role in a whole organisation: administrators of the first
   * one also run the installation.
   */
  public Set<String> permissionsIn(Organisation organisation) {
    boolean installation = this == ADMIN && organisation.equals(Organisation.FIRST);
    return installation ? withInstallation(permissions()) : permissions();
  }

  static Set<String> withInstallation(Set<String> permissions) {
    return Stream.concat(permissions.stream(), Stream.of(Permissions.INSTALLATION))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The published spelling, for example {@code viewer}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> findByLabel(String label) {
    return Arrays.stream(values()).filter(role -> role.label().equals(label)).findFirst();
  }

  /** All spellings, for a message. */
  public static String labels() {
    return Arrays.stream(values()).map(Role::label).collect(Collectors.joining(", "));
  }
}
