package dev.plumbline.api.providers.openai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.plumbline.api.outbound.LoopbackHttp;
import dev.plumbline.api.outbound.OutboundAddress;
import dev.plumbline.api.providers.ProviderAccess;
import dev.plumbline.api.secrets.Secret;
import dev.plumbline.lifecycle.sync.ProviderSnapshot;
import dev.plumbline.lifecycle.sync.TuningJob;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Answers with words that the description of the interface does not have. */
class LaterValuesTest {

  private static final Map<String, String> ANSWERS =
      Map.of(
          "/v1/models",
          """
          {"object":"list","flavour":"new","data":[
           {"id":"gpt-9","object":"hologram","created":1722902400,"owned_by":"openai","tier":"x"}]}""",
          "/v1/fine_tuning/jobs",
          """
          {"object":"list","has_more":false,"data":[
           {"id":"ftjob-1","object":"fine_tuning.job","model":"gpt-9","status":"paused",
            "fine_tuned_model":null,"created_at":1722902400,"finished_at":null,
            "organization_id":"org-1","training_file":"file-1","validation_file":null,
            "result_files":[],"trained_tokens":null,"seed":1,"error":null,
            "method":{"type":"distillation","distillation":{"teacher":"gpt-10"}},
            "hyperparameters":{"n_epochs":"forever","batch_size":1}}]}""",
          "/v1/fine_tuning/jobs/ftjob-1/events",
          """
          {"object":"list","has_more":false,"data":[
           {"id":"ftevent-1","object":"fine_tuning.job.event","created_at":1722902400,
            "level":"trace","message":"Paused","type":"whisper"}]}""",
          "/v1/fine_tuning/jobs/ftjob-1/checkpoints",
          "{\"object\":\"list\",\"has_more\":false,\"data\":[]}");

  @Test
  void aWordThatNobodyKnowsDoesNotFailTheRun() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body =
              ANSWERS.getOrDefault(exchange.getRequestURI().getPath(), "{}").getBytes(UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      ProviderSnapshot snapshot =
          new OpenAiConnector(
                  LoopbackHttp.http(),
                  Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC),
                  pause -> {})
              .open(
                  new ProviderAccess(
                      OutboundAddress.of(
                          "http://127.0.0.1:%d/v1".formatted(server.getAddress().getPort())),
                      Secret.of("sk-0123456789abcdef"),
                      List.of(),
                      Optional.empty()))
              .snapshot(Set.of());

      assertThat(snapshot.gap()).isEmpty();
      assertThat(snapshot.partial()).isEmpty();
      assertThat(snapshot.ids()).containsExactly("gpt-9");
      TuningJob job = snapshot.jobs().get(0);
      assertThat(job.status()).isEqualTo("paused");
      assertThat(job.isOver()).isFalse();
      assertThat(job.training().method()).contains("distillation");
      assertThat(job.events()).extracting(TuningJob.Event::message).containsExactly("Paused");
    } finally {
      server.stop(0);
    }
  }
}
