package dev.plumbline.lifecycle.sync;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A name under which an account serves a model.
 *
 * @param model id of the model, with its version where the provider has versions
 * @param type the provider's word, for example {@code GlobalStandard}
 * @param upgrades what makes the provider replace the model, in its words
 */
public record ListedDeployment(
    String id, String name, String model, Optional<String> type, Optional<String> upgrades) {

  public ListedDeployment {
    requireNonNull(id, "id");
    requireNonNull(name, "name");
    requireNonNull(model, "model");
    requireNonNull(type, "type");
    requireNonNull(upgrades, "upgrades");
  }
}
