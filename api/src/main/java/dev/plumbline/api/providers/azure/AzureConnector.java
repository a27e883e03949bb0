package dev.plumbline.api.providers.azure;

import dev.plumbline.api.outbound.OutboundAddress;
import dev.plumbline.api.outbound.OutboundHttp;
import dev.plumbline.api.providers.Pause;
import dev.plumbline.api.providers.ProviderAccess;
import dev.plumbline.api.providers.ProviderConnector;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.sync.ProviderFeed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Azure OpenAI and Foundry: an account's own interface, and its management where a key is given.
 */
@ApplicationScoped
public class AzureConnector implements ProviderConnector {

  private static final List<String> DOMAINS =
      List.of(
          ".openai.azure.com",
          ".cognitiveservices.azure.com",
          ".services.ai.azure.com",
          ".openai.azure.us");

  private final OutboundHttp http;
  private final AzureConfig config;
  private final Clock clock;
  private final Pause pause;

  @Inject
  AzureConnector(OutboundHttp http, AzureConfig config, Clock clock) {
    this(http, config, clock, Pause.ofThread());
  }

  AzureConnector(OutboundHttp http, AzureConfig config, Clock clock, Pause pause) {
    this.http = http;
    this.config = config;
    this.clock = clock;
    this.pause = pause;
  }

  @Override
  public Provider provider() {
    return Provider.AZURE;
  }

  /** Each account has its own. */
  @Override
  public Optional<String> usualBase() {
    return Optional.empty();
  }

  @Override
  public boolean isOwn(OutboundAddress base) {
    String host = base.uri().getHost();
    return base.origin().equals("https://" + host) && DOMAINS.stream().anyMatch(host::endsWith);
  }

  @Override
  public ProviderFeed open(ProviderAccess access) {
    JsonHttp json = new JsonHttp(http, clock, pause);
    return new AzureFeed(
        access,
        new AzureAccount(json, access),
        access.management().map(way -> new AzureManagement(json, config, way)),
        clock);
  }
}
