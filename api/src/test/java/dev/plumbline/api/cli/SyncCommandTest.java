package dev.plumbline.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.api.identity.Scope;
import dev.plumbline.api.providers.simulator.OpenAiSimulator;
import dev.plumbline.api.providers.simulator.OpenAiSimulator.Fault;
import dev.plumbline.api.tokens.MadeTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against the running server, which asks a provider of ours. */
@QuarkusTest
class SyncCommandTest {

  @TestHTTPResource("/")
  String address;

  private OpenAiSimulator simulator;
  private String admin;

  @BeforeEach
  void start() throws IOException {
    simulator = new OpenAiSimulator();
    simulator.account().add("gpt-4o-2024-08-06");
    admin = MadeTokens.token(MadeTokens.organisation(), Scope.ADMIN);
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  private CommandLineRun sync(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "sync";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return CommandLineRun.in(
        Map.of("PLUMBLINE_TOKEN", admin, "PLUMBLINE_SERVER", address), "", all);
  }

  private void add(String name, String key) {
    String credential =
        made(
            "/api/v1/credentials",
            Map.of("kind", "provider", "provider", "openai", "name", name, "secret", key));
    made(
        "/api/v1/provider-accounts",
        Map.of(
            "provider",
            "openai",
            "name",
            name,
            "base_url",
            simulator.base(),
            "credential",
            credential));
  }

  private String made(String path, Map<String, String> body) {
    return RestAssured.given()
        .noFilters()
        .header("Authorization", "Bearer " + admin)
        .contentType("application/json")
        .body(body)
        .post(path)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  @Test
  void aDryRunShowsWhatTheNextRunDoes() {
    add("Simulated", simulator.account().key());
    String change = "Simulated,complete,1,gpt-4o-2024-08-06,is listed";

    CommandLineRun shown = sync("--dry-run", "--format", "csv");
    assertThat(shown.exitCode()).as(shown.err()).isZero();
    assertThat(shown.out().lines())
        .containsExactly("account,outcome,models,subject,change", change);
    assertThat(sync("--account", "Simulated", "--format", "csv").out()).contains(change);
    assertThat(sync("--format", "csv").out().lines()).last().isEqualTo("Simulated,complete,1,,");
  }

  /** Everything was sent at once; that the answer takes longer than a slow sender may is ours. */
  @Test
  void aRunThatTakesItsTimeIsAnswered() {
    add("Busy", simulator.account().key());
    simulator.next(Fault.BUSY, Fault.BUSY, Fault.BUSY, Fault.BUSY);

    CommandLineRun run = sync("--account", "Busy", "--format", "csv");

    assertThat(run.err()).doesNotContain("broke off");
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  @Test
  void anAccountThatCannotBeReadMakesTheAnswerPartial() {
    add("Refused", "sk-another-0123456789");

    CommandLineRun run = sync();

    assertThat(run.exitCode()).isEqualTo(5);
    assertThat(run.err()).contains("Refused: failed, status 401").doesNotContain("sk-another");
    assertThat(sync("--account", "nobody").exitCode()).isEqualTo(3);
  }
}
