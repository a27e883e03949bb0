package dev.plumbline.api.providers.openai;

import dev.plumbline.api.outbound.OutboundHttp;
import dev.plumbline.api.providers.Pause;
import dev.plumbline.api.providers.ProbeEndpoints;
import dev.plumbline.api.providers.ProviderAccess;
import dev.plumbline.lifecycle.probe.ProbeTarget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Properties;

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

  /** As the build wrote it down: in one jar the libraries lose the versions of their own. */
  @Override
  public String client() {
    try (InputStream in = OpenAiProbes.class.getResourceAsStream("version.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return "openai-java " + properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException("version.properties is in every build", e);
    }
  }
}
