package dev.plumbline.api.providers.openai;

import com.openai.client.OpenAIClient;
import dev.plumbline.api.outbound.OutboundHttp;
import dev.plumbline.api.providers.Pause;
import dev.plumbline.api.providers.ProbeEndpoints;
import dev.plumbline.api.providers.ProviderAccess;
import dev.plumbline.lifecycle.probe.ProbeTarget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Every endpoint that speaks as OpenAI's Chat Completions do, Azure's among them. */
@ApplicationScoped
public class OpenAiProbes implements ProbeEndpoints {

  private final OutboundHttp http;
  private final Clock clock;
  private final Pause pause;

  @Inject
  OpenAiProbes(OutboundHttp http, Clock clock) {
    this(http, clock, Pause.ofThread());
  }

  OpenAiProbes(OutboundHttp http, Clock clock, Pause pause) {
    this.http = http;
    this.clock = clock;
    this.pause = pause;
  }

  /** The client's own retries also follow calls that may have been paid, so they are off. */
  @Override
  public ProbeTarget open(ProviderAccess access, String model) {
    return new OpenAiProbe(OpenAiSession.client(access, http, clock, pause, 0), model, pause);
  }

  @Override
  public String client() {
    return "openai-java "
        + Optional.ofNullable(OpenAIClient.class.getPackage().getImplementationVersion())
            .orElse("of an unknown version");
  }
}
