package dev.plumbline.lifecycle.registry;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.owner.Environment;
import java.util.Optional;

/**
 * Whose a model is. A provider does not know it, so it may be empty until somebody says it.
 *
 * @param contact where the owner is reached, for example an email address
 */
public record Custody(
    Optional<String> owner, Optional<String> contact, Optional<Environment> environment) {

  public static final Custody UNKNOWN =
      new Custody(Optional.empty(), Optional.empty(), Optional.empty());

  public Custody {
    requireNonNull(owner, "owner");
    requireNonNull(contact, "contact");
    requireNonNull(environment, "environment");
  }

  /** What the newer says, and where it says nothing what was known. */
  Custody mergedWith(Custody newer) {
    return new Custody(
        newer.owner.or(() -> owner),
        newer.contact.or(() -> contact),
        newer.environment.or(() -> environment));
  }
}
