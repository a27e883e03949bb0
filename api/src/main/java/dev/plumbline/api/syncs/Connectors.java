package dev.plumbline.api.syncs;

import dev.plumbline.api.outbound.OutboundAddress;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.providers.ProviderConnector;
import dev.plumbline.core.model.Provider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Optional;

/** The providers that can be synced, and the addresses to which their keys may go. */
@ApplicationScoped
class Connectors {

  private final Instance<ProviderConnector> connectors;
  private final SyncsConfig config;

  Connectors(Instance<ProviderConnector> connectors, SyncsConfig config) {
    this.connectors = connectors;
    this.config = config;
  }

  Optional<ProviderConnector> find(Provider provider) {
    return connectors.stream().filter(each -> each.provider().equals(provider)).findFirst();
  }

  /**
   * @throws dev.plumbline.api.problem.ProblemException 400 for a provider that cannot be synced
   */
  ProviderConnector get(Provider provider) {
    return find(provider)
        .orElseThrow(() -> Input.refused("provider", "not one of " + String.join(", ", keys())));
  }

  /** Of the providers, in their order. */
  List<String> keys() {
    return connectors.stream().map(each -> each.provider().key()).sorted().toList();
  }

  /** Whether a key of that provider may be sent there. */
  boolean mayReceiveKeys(ProviderConnector connector, OutboundAddress base) {
    return connector.isOwn(base) || isGateway(base);
  }

  private boolean isGateway(OutboundAddress base) {
    String host = base.uri().getScheme() + "://" + base.uri().getHost();
    List<String> gateways = config.gateways().orElse(List.of());
    return gateways.contains(host) || gateways.contains(base.origin());
  }
}
