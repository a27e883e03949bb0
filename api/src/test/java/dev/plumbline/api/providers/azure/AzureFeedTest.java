package dev.plumbline.api.providers.azure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.plumbline.api.outbound.LoopbackHttp;
import dev.plumbline.api.outbound.OutboundAddress;
import dev.plumbline.api.providers.ProviderAccess;
import dev.plumbline.api.secrets.Secret;
import dev.plumbline.lifecycle.sync.CallOutcome;
import dev.plumbline.lifecycle.sync.ListedDate;
import dev.plumbline.lifecycle.sync.ListedDeployment;
import dev.plumbline.lifecycle.sync.ListedModel;
import dev.plumbline.lifecycle.sync.PollResult;
import dev.plumbline.lifecycle.sync.ProviderFeed;
import dev.plumbline.lifecycle.sync.ProviderSnapshot;
import dev.plumbline.lifecycle.sync.TuningJob;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Azure's shapes as the reference describes them, answered by a server of ours. */
class AzureFeedTest {

  private static final String RESOURCE =
      "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg/providers"
          + "/Microsoft.CognitiveServices/accounts/acme";
  private static final String TUNED =
      "gpt-4o-2024-08-06.ft-0123456789abcdef0123456789abcdef-support";
  private static final String PRINCIPAL =
      "{\"appId\":\"app\",\"password\":\"p&w\",\"tenant\":\"acme.example\"}";

  private final Map<String, String> answers = new TreeMap<>();
  private final List<String> asked = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();
  private HttpServer server;
  private String root;
  private int busy;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext("/", this::handle);
    server.start();
    root = "http://127.0.0.1:" + server.getAddress().getPort();
    answers.put(
        "/openai/models",
        """
        {"object":"list","data":[
         {"id":"gpt-4o-2024-08-06","object":"model","status":"succeeded","created_at":1722902400,
          "lifecycle_status":"generally-available","capabilities":{"fine_tune":true,"inference":true},
          "deprecation":{"fine_tune":1806537600,"inference":1822348800}},
         {"id":"%s","object":"model","model":"gpt-4o-2024-08-06","fine_tune":"ftjob-1",
          "status":"succeeded","created_at":1722902400,"deprecation":{"inference":null}}]}"""
            .formatted(TUNED));
    answers.put(
        "/openai/fine_tuning/jobs",
        """
        {"object":"list","has_more":false,"data":[
         {"id":"ftjob-1","object":"fine_tuning.job","model":"gpt-4o-2024-08-06","status":"paused",
          "fine_tuned_model":null,"created_at":1722902400,"organization_id":null,"method":null,
          "integrations":null,"metadata":null,"hyperparameters":null,"trained_tokens":null}]}""");
    answers.put("/openai/fine_tuning/jobs/ftjob-1/events", "{\"data\":[],\"has_more\":false}");
    answers.put("/openai/fine_tuning/jobs/ftjob-1/checkpoints", "{\"data\":[],\"has_more\":false}");
    answers.put("/acme.example/oauth2/v2.0/token", "{\"access_token\":\"token-1\"}");
    answers.put(
        RESOURCE + "/models",
        """
        {"value":[{"format":"OpenAI","name":"gpt-4o","version":"2024-08-06","isDefaultVersion":true,
          "lifecycleStatus":"GenerallyAvailable","deprecation":{"inference":"2027-10-01T00:00:00Z",
          "fineTune":"2027-04-01T00:00:00Z","deprecationStatus":"Tentative"}}],
         "nextLink":"%s%s/models2"}"""
            .formatted(root, RESOURCE));
    answers.put(
        RESOURCE + "/models2",
        """
        {"value":[{"model":{"name":"gpt-4o-mini","version":"2024-07-18","isDefaultVersion":true,
          "deprecation":{"inference":"2027-10-01T00:00:00Z","deprecationStatus":"Planned"}}}]}""");
    answers.put(
        RESOURCE + "/deployments",
        """
        {"value":[
         {"id":"%1$s/deployments/chat","name":"chat","sku":{"name":"GlobalStandard","capacity":10},
          "properties":{"model":{"format":"OpenAI","name":"gpt-4o","version":"2024-08-06"},
           "versionUpgradeOption":null}},
         {"id":"%1$s/deployments/support","name":"support","sku":{"name":"Standard"},
          "properties":{"model":{"format":"OpenAI","name":"%2$s","version":"1"},
           "versionUpgradeOption":"NoAutoUpgrade"}}]}"""
            .formatted(RESOURCE, TUNED));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String sent = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    String key = exchange.getRequestHeaders().getFirst("api-key");
    String bearer = exchange.getRequestHeaders().getFirst("Authorization");
    asked.add(path);
    boolean known =
        path.contains("/oauth2/")
            ? sent.contains("client_id=app&client_secret=p%26w&")
            : path.startsWith("/openai/") ? "key-1".equals(key) : "Bearer token-1".equals(bearer);
    int status = !known ? 401 : busy-- > 0 ? 429 : answers.containsKey(path) ? 200 : 404;
    if (status == 429) {
      exchange.getResponseHeaders().set("Retry-After", "2");
    }
    byte[] body = (status == 200 ? answers.get(path) : "{}").getBytes(UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private ProviderFeed feed(String key, boolean managed) {
    AzureConfig config =
        new AzureConfig() {
          @Override
          public String management() {
            return root;
          }

          @Override
          public String authority() {
            return root;
          }
        };
    return new AzureConnector(
            LoopbackHttp.http(),
            config,
            Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC),
            pauses::add)
        .open(
            new ProviderAccess(
                OutboundAddress.of(root),
                Secret.of(key),
                List.of(),
                managed
                    ? Optional.of(new ProviderAccess.Management(RESOURCE, Secret.of(PRINCIPAL)))
                    : Optional.empty()));
  }

  @Test
  void theAccountItselfTellsModelsWithBothClocksAndJobs() {
    ProviderSnapshot snapshot = feed("key-1", false).snapshot(Set.of());

    assertThat(snapshot.gap()).isEmpty();
    assertThat(snapshot.partial()).isEmpty();
    assertThat(snapshot.models())
        .extracting(ListedModel::id)
        .containsExactly("gpt-4o-2024-08-06", TUNED);
    ListedModel base = snapshot.models().get(0);
    // 1806537600 and 1822348800 are midnights of UTC
    assertThat(base.trainingEnd()).contains(new ListedDate(LocalDate.parse("2027-04-01"), true));
    assertThat(base.inferenceEnd()).contains(new ListedDate(LocalDate.parse("2027-10-01"), true));
    assertThat(snapshot.models().get(1).inferenceEnd()).isEmpty();
    assertThat(snapshot.jobs()).extracting(TuningJob::status).containsExactly("paused");
  }

  @Test
  void theManagementAddsDeploymentsDefaultVersionsAndWhetherADateMayMove() {
    ProviderSnapshot snapshot = feed("key-1", true).snapshot(Set.of());

    assertThat(snapshot.partial()).isEmpty();
    assertThat(snapshot.models())
        .filteredOn(model -> model.id().equals("gpt-4o-2024-08-06"))
        .singleElement()
        .satisfies(
            model -> {
              assertThat(model.inferenceEnd())
                  .contains(new ListedDate(LocalDate.parse("2027-10-01"), false));
              assertThat(model.stage()).contains("GenerallyAvailable");
            });
    assertThat(snapshot.resolutions())
        .isEqualTo(Map.of("gpt-4o", "gpt-4o-2024-08-06", "gpt-4o-mini", "gpt-4o-mini-2024-07-18"));
    assertThat(snapshot.deployments())
        .extracting(ListedDeployment::name, ListedDeployment::model, each -> each.upgrades().get())
        .containsExactly(
            tuple("chat", "gpt-4o-2024-08-06", "OnceCurrentVersionExpired"),
            tuple("support", TUNED, "NoAutoUpgrade"));
    assertThat(asked.stream().filter(path -> path.contains("/oauth2/"))).hasSize(1);
  }

  @Test
  void aLinkThatLeadsElsewhereGetsNoTokenAndLeavesTheListIncomplete() {
    answers.put(RESOURCE + "/models", "{\"value\":[],\"nextLink\":\"https://evil.example/x\"}");

    ProviderSnapshot snapshot = feed("key-1", true).snapshot(Set.of());

    assertThat(snapshot.gap())
        .hasValueSatisfying(gap -> assertThat(gap.detail()).contains("leads elsewhere"));
  }

  @Test
  void whoeverIsBusyIsAskedAgainAndARefusedKeyIsNot() {
    busy = 2;
    assertThat(feed("key-1", false).snapshot(Set.of()).gap()).isEmpty();
    assertThat(pauses).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(2));

    asked.clear();
    assertThat(feed("key-2", false).snapshot(Set.of()).gap())
        .contains(new PollResult.Incomplete(PollResult.Reason.NO_ACCESS, "status 401"));
    assertThat(asked).containsExactly("/openai/models");
  }

  @Test
  void aModelThatTheAccountDoesNotKnowIsNotThere() {
    answers.put("/openai/models/there", "{\"id\":\"there\"}");
    answers.put("/openai/models/ended", "{\"id\":\"ended\",\"lifecycle_status\":\"Deprecated\"}");
    ProviderFeed feed = feed("key-1", false);

    assertThat(feed.call("there").outcome()).isEqualTo(CallOutcome.ANSWERED);
    assertThat(feed.call("ended").outcome()).isEqualTo(CallOutcome.RETIRED);
    assertThat(feed.call("missing").outcome()).isEqualTo(CallOutcome.NOT_FOUND);
  }
}
