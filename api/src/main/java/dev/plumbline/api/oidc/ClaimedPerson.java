package dev.plumbline.api.oidc;

import static java.util.Objects.requireNonNull;

import dev.plumbline.api.identity.Role;
import java.util.Optional;

/**
 * What a verified ID token says of a person.
 *
 * @param email only when the provider has verified it
 * @param role what the claims give; empty when they give none
 * @param organisation by name; empty for the first
 */
record ClaimedPerson(
    String issuer,
    String subject,
    Optional<String> email,
    String name,
    Optional<Role> role,
    Optional<String> organisation) {

  ClaimedPerson {
    requireNonNull(issuer, "issuer");
    requireNonNull(subject, "subject");
    requireNonNull(email, "email");
    requireNonNull(name, "name");
    requireNonNull(role, "role");
    requireNonNull(organisation, "organisation");
  }
}
