package dev.plumbline.lifecycle.registry;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.owner.Environment;

/**
 * An application that calls models.
 *
 * @param contact where the owner is reached, for example an email address
 */
public record Consumer(
    String application,
    String owner,
    String contact,
    Criticality criticality,
    Environment environment) {

  public Consumer {
    requireNonNull(application, "application");
    requireNonNull(owner, "owner");
    requireNonNull(contact, "contact");
    requireNonNull(criticality, "criticality");
    requireNonNull(environment, "environment");
  }
}
