package dev.plumbline.api.providers.openai;

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
import java.util.Optional;

/** OpenAI itself, and gateways that speak as it does. */
@ApplicationScoped
public class OpenAiConnector implements ProviderConnector {

  private final OutboundHttp http;
  private final Clock clock;
  private final Pause pause;

  @Inject
  OpenAiConnector(OutboundHttp http, Clock clock) {
    this(http, clock, Pause.ofThread());
  }

  OpenAiConnector(OutboundHttp http, Clock clock, Pause pause) {
    this.http = http;
    this.clock = clock;
    this.pause = pause;
  }

  @Override
  public Provider provider() {
    return Provider.OPENAI;
  }

  @Override
  public Optional<String> usualBase() {
    return Optional.of("https://api.openai.com/v1");
  }

  /** The regions' own hosts too, for example {@code eu.api.openai.com}. */
  @Override
  public boolean isOwn(OutboundAddress base) {
    String host = base.uri().getHost();
    return base.origin().equals("https://" + host)
        && (host.equals("api.openai.com") || host.endsWith(".api.openai.com"));
  }

  @Override
  public ProviderFeed open(ProviderAccess access) {
    return new OpenAiFeed(OpenAiSession.open(access, http, clock, pause), access, clock);
  }
}
