package dev.plumbline.api.providers.azure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.api.outbound.OutboundAddress;
import dev.plumbline.api.outbound.OutboundHttp;
import dev.plumbline.api.outbound.OutboundLimits;
import dev.plumbline.api.outbound.OutboundRequest;
import dev.plumbline.api.outbound.OutboundResult;
import dev.plumbline.api.providers.Pause;
import dev.plumbline.api.providers.ProviderFailureException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Requests that are answered as JSON, tried again while the other side is busy. */
final class JsonHttp {

  private static final OutboundLimits LIMITS = new OutboundLimits(Duration.ofSeconds(60), 32 << 20);
  private static final int ATTEMPTS = 5;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

  private static final ObjectMapper JSON = new ObjectMapper();

  static {
    JSON.getFactory()
        .setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(64).build());
  }

  private final OutboundHttp http;
  private final Clock clock;
  private final Pause pause;

  JsonHttp(OutboundHttp http, Clock clock, Pause pause) {
    this.http = http;
    this.clock = clock;
    this.pause = pause;
  }

  JsonNode get(OutboundAddress address, Map<String, String> headers) {
    return sent(OutboundRequest.get(address, headers, LIMITS));
  }

  JsonNode post(OutboundAddress address, Map<String, String> headers, String type, String body) {
    return sent(
        OutboundRequest.post(
            address, headers, new OutboundRequest.Body(type, body.getBytes(UTF_8)), LIMITS));
  }

  private JsonNode sent(OutboundRequest request) {
    for (int attempt = 1; ; attempt++) {
      OutboundResult result = http.send(request);
      if (attempt == ATTEMPTS || !isWorthAnotherTry(result)) {
        return result.match(new Reading());
      }
      pause.sleep(wait(result, attempt));
    }
  }

  private static boolean isWorthAnotherTry(OutboundResult result) {
    if (result instanceof OutboundResult.Answered answered) {
      return answered.status() == 408 || answered.status() == 429 || answered.status() >= 500;
    }
    return result instanceof OutboundResult.Failed;
  }

  /** What the other side asks for, else a pause that doubles, a quarter of it by chance. */
  private Duration wait(OutboundResult result, int attempt) {
    if (result instanceof OutboundResult.Answered answered
        && answered
            .retryAfter(clock)
            .filter(asked -> asked.compareTo(LONGEST_PAUSE) <= 0)
            .isPresent()) {
      return answered.retryAfter(clock).get();
    }
    long millis = FIRST_PAUSE.toMillis() << (attempt - 1);
    return Duration.ofMillis(millis - ThreadLocalRandom.current().nextLong(millis / 4 + 1));
  }

  private static final class Reading implements OutboundResult.Cases<JsonNode> {

    @Override
    public JsonNode answered(OutboundResult.Answered answered) {
      if (answered.cut()) {
        throw ProviderFailureException.unsound("an answer that is longer than 32 MiB");
      }
      if (!answered.isSuccess()) {
        JsonNode error = lenient(answered.body()).path("error");
        throw ProviderFailureException.ofStatus(
            answered.status(), error.path("code").asText(""), error.path("message").asText(""));
      }
      try {
        return JSON.readTree(answered.body());
      } catch (IOException e) {
        throw ProviderFailureException.unsound("an answer that cannot be read");
      }
    }

    @Override
    public JsonNode refused(OutboundResult.Refused refused) {
      throw ProviderFailureException.noAnswer(refused.why());
    }

    @Override
    public JsonNode failed(OutboundResult.Failed failed) {
      throw ProviderFailureException.noAnswer(failed.what());
    }

    private static JsonNode lenient(byte[] body) {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        return JSON.createObjectNode();
      }
    }
  }
}
