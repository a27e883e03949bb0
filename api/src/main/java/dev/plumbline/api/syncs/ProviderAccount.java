package dev.plumbline.api.syncs;

import static java.util.Objects.requireNonNull;

import dev.plumbline.api.outbound.OutboundAddress;
import dev.plumbline.core.model.Provider;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An account at a provider as somebody describes it.
 *
 * @param sentinel a model that is surely there; a list without it is not believed
 * @param aliases moving names that each run asks what they mean, by one short call each
 * @param confirm whether a run may call models that seem to be gone, which costs a few tokens
 */
record ProviderAccount(
    Provider provider,
    String name,
    OutboundAddress base,
    Keys keys,
    Optional<String> sentinel,
    List<String> aliases,
    boolean confirm,
    Optional<String> resource) {

  /** Credentials by id. */
  record Keys(Optional<UUID> use, Optional<UUID> management, Optional<UUID> webhook) {

    Keys {
      requireNonNull(use, "use");
      requireNonNull(management, "management");
      requireNonNull(webhook, "webhook");
    }
  }

  ProviderAccount {
    requireNonNull(provider, "provider");
    requireNonNull(name, "name");
    requireNonNull(base, "base");
    requireNonNull(keys, "keys");
    requireNonNull(sentinel, "sentinel");
    requireNonNull(resource, "resource");
    aliases = List.copyOf(aliases);
  }
}
