package dev.plumbline.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.api.identity.Scope;
import dev.plumbline.api.tokens.MadeTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Models and pins from the command line, against the running server. */
@QuarkusTest
class RegistryCommandsTest {

  private static final String TUNED = "ft:gpt-4o-2024-08-06:acme::a1";

  @TestHTTPResource("/")
  String address;

  private String admin;

  @BeforeEach
  void newOrganisation() {
    admin = MadeTokens.token(MadeTokens.organisation(), Scope.ADMIN);
  }

  @Test
  void aModelIsRegisteredShownAndMoved() {
    CommandLineRun register =
        run("models", "register", TUNED, "--owner", "Search team", "--billed", "2.50");
    assertThat(register.exitCode()).as(register.err()).isZero();
    String id = register.out().strip();

    CommandLineRun show = run("models", "show", TUNED, "--format", "json");
    assertThat(show.exitCode()).as(show.err()).isZero();
    assertThat(show.out())
        .contains("\"id\" : \"" + id + "\"", "\"billed\" : \"2.5\"", "\"day\" : \"2027-01-14\"");
    assertThat(run("models", "state", id, "serving").err()).contains("is serving");
    CommandLineRun refused = run("models", "state", id, "retired", "--reason", "replaced");
    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.err()).contains("it can become ready, retiring, gone");

    assertThat(run("models", "registered", "--format", "csv").out())
        .contains("inference_days_left", TUNED, "Search team", "2027-01-14", "serving");
    assertThat(run("models", "show", "ft:nothing").exitCode()).isEqualTo(3);
  }

  @Test
  void anApplicationIsPinnedAsFarAsThePolicyAllows() {
    CommandLineRun add =
        run("consumers", "add", "chat", "--owner", "Chat team", "--contact", "c@x.test");
    assertThat(add.exitCode()).as(add.err()).isZero();
    assertThat(run("consumers", "list").out()).contains("chat", "Chat team", "production");

    CommandLineRun refused = run("pins", "set", "chat", "gpt-4o");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.out()).contains("no_moving_alias", "the provider can move");
    assertThat(run("pins", "list", "--format", "json").out()).doesNotContain("gpt-4o");

    assertThat(run("pins", "check", "chat", "gpt-4o-2024-08-06").exitCode()).isZero();
    CommandLineRun set = run("pins", "set", "chat", "gpt-4o-2024-08-06");
    assertThat(set.exitCode()).as(set.err()).isZero();
    assertThat(run("pins", "set", "chat", TUNED, "--format", "json").out())
        .contains("\"rollback\" : \"gpt-4o-2024-08-06\"", "\"allowed\" : true");
    assertThat(run("pins", "list").out()).contains(TUNED);
    assertThat(run("pins", "history", "chat").out()).contains("gpt-4o-2024-08-06", TUNED);
  }

  @Test
  void anApplicationMustBeOneThatIsRegisteredOnce() {
    run("consumers", "add", "shop", "--owner", "O", "--contact", "C");
    run("consumers", "add", "shop", "--owner", "O", "--contact", "C", "--environment", "staging");

    CommandLineRun several = run("pins", "history", "shop");
    assertThat(several.exitCode()).isEqualTo(3);
    assertThat(several.err()).contains("say --environment");
    assertThat(run("pins", "history", "shop", "--environment", "staging").exitCode()).isZero();
    assertThat(run("pins", "history", "nobody").exitCode()).isEqualTo(3);
  }

  @Test
  void aModelIsShownForPeopleLineByLineAndListByList() {
    run("models", "register", TUNED, "--owner", "Search team", "--billed", "2.50");
    run(
        "consumers",
        "add",
        "chat",
        "--owner",
        "Chat team",
        "--contact",
        "c@x.test",
        "--environment",
        "development");
    run("pins", "set", "chat", TUNED);

    CommandLineRun show = run("models", "show", TUNED);

    assertThat(show.exitCode()).as(show.err()).isZero();
    assertThat(show.out()).contains("run.cost.billed", "2.5", "consumers:", "Chat team");
    assertThat(show.out().lines().filter(line -> line.contains("="))).isEmpty();
    assertThat(run("models", "show", TUNED, "--format", "csv").out())
        .contains("consumers[0].application,chat");
  }

  @Test
  void aPolicyIsSetAndARuleIsWaived() {
    CommandLineRun set =
        run(
            "pins",
            "policies",
            "set",
            "staging",
            "--no-moving-alias",
            "--base-lives",
            "45",
            "--approve",
            "openai/gpt-4o-2024-08-06");
    assertThat(set.exitCode()).as(set.err()).isZero();
    assertThat(run("pins", "policies", "list", "--format", "csv").out())
        .contains("staging,true,45,,,false,,openai/gpt-4o-2024-08-06");
    run("consumers", "add", "chat", "--owner", "O", "--contact", "C", "--environment", "staging");
    assertThat(run("pins", "check", "chat", "gpt-4o").exitCode()).isEqualTo(1);

    String until = LocalDate.now(ZoneOffset.UTC).plusDays(9).toString();
    for (String rule : List.of("no_moving_alias", "approved_models", "base_lives")) {
      CommandLineRun waived =
          run(
              "pins",
              "waive",
              rule,
              "--environment",
              "staging",
              "--application",
              "chat",
              "--owner",
              "Ada",
              "--reason",
              "moving",
              "--until",
              until);
      assertThat(waived.exitCode()).as(waived.err()).isZero();
    }
    assertThat(run("pins", "check", "chat", "gpt-4o").exitCode()).isZero();
    assertThat(run("pins", "waivers", "--format", "csv").out())
        .containsPattern("no_moving_alias,staging,.*,Ada,moving," + until + "T00:00:00Z,\\d+,");

    CommandLineRun wrong = run("pins", "policies", "set", "staging", "--base-lives", "0");
    assertThat(wrong.exitCode()).isEqualTo(3);
    assertThat(run("pins", "policies", "set", "mars").exitCode()).isEqualTo(3);
  }

  @Test
  void aDeploymentIsAddedAndKeepsTheModelBefore() {
    CommandLineRun first =
        run("deployments", "add", "azure", "acme", "chat", "m-1", "--environment", "staging");
    assertThat(first.exitCode()).as(first.err()).isZero();
    CommandLineRun second = run("deployments", "add", "azure", "acme", "chat", "m-2");
    assertThat(second.out()).isEqualTo(first.out());
    assertThat(second.err()).contains("m-2 answers at chat, before it was m-1");

    assertThat(run("deployments", "list", "--format", "csv").out())
        .contains("azure,acme,chat,m-2,m-1,,,staging");
    assertThat(run("deployments", "rollbacks", "--format", "csv").out())
        .contains("deployment,azure/acme/chat,m-2,m-1,false,");
    CommandLineRun wrong = run("deployments", "add", "openai", "acme", "chat", "m-1");
    assertThat(wrong.exitCode()).isEqualTo(3);
    assertThat(wrong.err()).contains("OpenAI has no deployments");
  }

  @Test
  void exitPlansAreListedAndShown() {
    String id =
        RestAssured.given()
            .header("Authorization", "Bearer " + admin)
            .contentType("application/json")
            .body(
                """
                {"provider":"openai","model":"%s","facts":{"monthly_spend":"900"},
                 "candidates":[{"route":"stop","effort":"300"}]}"""
                    .formatted(TUNED))
            .post("/api/v1/exit-plans")
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    CommandLineRun list = run("exit-plan", "list", "--format", "csv");
    assertThat(list.exitCode()).as(list.err()).isZero();
    assertThat(list.out()).contains(id + "," + TUNED + ",openai", "2027-01-14", ",900,");
    CommandLineRun show = run("exit-plan", "show", id);
    assertThat(show.exitCode()).as(show.err()).isZero();
    assertThat(show.out())
        .contains("Spend a month: USD 900", "(0.4 months)", "not measured"); // 300 / 900, up
    assertThat(run("exit-plan", "list", "--closed", "--format", "csv").out()).doesNotContain(id);
    CommandLineRun none = run("exit-plan", "show", "00000000-0000-0000-0000-000000000000");
    assertThat(none.exitCode()).isEqualTo(4);
  }

  private CommandLineRun run(String... arguments) {
    return CommandLineRun.in(
        Map.of("PLUMBLINE_SERVER", address, "PLUMBLINE_TOKEN", admin), "", arguments);
  }
}
