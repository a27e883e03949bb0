package dev.plumbline.api.providers;

import dev.plumbline.api.outbound.OutboundAddress;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.sync.ProviderFeed;
import java.util.Optional;

/** Speaks with one provider; a bean for each that can be synced. */
public interface ProviderConnector {

  Provider provider();

  /** Where the interface of the provider itself begins; empty when each account has its own. */
  Optional<String> usualBase();

  /** Whether the address is one of the provider's own, so that a key may be sent there. */
  boolean isOwn(OutboundAddress base);

  ProviderFeed open(ProviderAccess access);
}
