package dev.plumbline.api.settings;

import dev.plumbline.api.identity.Grants;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.web.NavLink;
import java.util.Optional;

/** A section of the settings, with an address of its own. */
enum Tab {
  MEMBERS("/settings/members", "Members"),
  TOKENS("/settings/tokens", "Tokens"),
  CREDENTIALS("/settings/credentials", "Credentials"),
  PROVIDERS("/settings/providers", "Providers"),
  SIGN_IN("/settings/sign-in", "Sign-in");

  private final String address;
  private final String label;

  Tab(String address, String label) {
    this.address = address;
    this.label = label;
  }

  String address() {
    return address;
  }

  String label() {
    return label;
  }

  boolean isFor(Grants grants) {
    return switch (this) {
      case MEMBERS -> grants.holds(Permissions.ORGANISATION_READ, Optional.empty());
      case TOKENS -> grants.anywhere(Permissions.TOKENS_READ);
      case CREDENTIALS -> grants.anywhere(Permissions.CREDENTIALS_READ);
      case PROVIDERS -> grants.holds(Permissions.PROVIDERS_READ, Optional.empty());
      case SIGN_IN -> grants.anywhere(Permissions.ORGANISATION_READ);
    };
  }

  NavLink link(Tab current) {
    return new NavLink(address, label, this == current);
  }
}
