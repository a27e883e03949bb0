package dev.plumbline.api.models;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.model.Provider;
import dev.plumbline.core.owner.Environment;
import dev.plumbline.lifecycle.registry.Criticality;
import dev.plumbline.lifecycle.registry.ModelKey;
import dev.plumbline.lifecycle.registry.StateKind;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A model that somebody here depends on: a registered fine-tune that can be called or is being
 * trained, what a deployment serves, or whatever a consumer is pinned to.
 *
 * @param id in the registry; empty for a provider's own model, and a fine-tune nobody registered
 * @param base the snapshot at the root of a fine-tune; empty for a provider's own model
 * @param state of a registered fine-tune
 * @param environment the owner's word, else the most important one of its consumers
 * @param contacts where its owner and the owners of its consumers are reached, without repetition
 * @param consumers how many applications are pinned to it now
 * @param criticality of the most critical of them
 */
public record ModelInUse(
    ModelKey key,
    Optional<UUID> id,
    Optional<String> base,
    Optional<StateKind> state,
    Optional<Environment> environment,
    Optional<String> owner,
    Optional<String> ownerContact,
    List<String> contacts,
    int consumers,
    Optional<Criticality> criticality) {

  public ModelInUse {
    requireNonNull(key, "key");
    requireNonNull(id, "id");
    requireNonNull(base, "base");
    requireNonNull(state, "state");
    requireNonNull(environment, "environment");
    requireNonNull(owner, "owner");
    requireNonNull(ownerContact, "ownerContact");
    contacts = List.copyOf(contacts);
    requireNonNull(criticality, "criticality");
  }

  public Provider provider() {
    return key.provider();
  }

  public String model() {
    return key.model();
  }
}
