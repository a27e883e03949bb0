package dev.plumbline.api.providers;

import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.sync.ProviderFeed;
import java.util.Optional;

/** Speaks with one provider; a bean for each that can be synced. */
public interface ProviderConnector {

  Provider provider();

  /** Where the interface of the provider itself begins; empty when each account has its own. */
  Optional<String> usualBase();

  ProviderFeed open(ProviderAccess access);
}
