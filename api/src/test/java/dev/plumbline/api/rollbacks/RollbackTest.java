package dev.plumbline.api.rollbacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.plumbline.api.access.TestCallers;
import dev.plumbline.api.database.SomeOrganisation;
import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.identity.Scope;
import dev.plumbline.api.jobs.JobDesk;
import dev.plumbline.api.models.Consumers;
import dev.plumbline.api.models.Deployments;
import dev.plumbline.api.models.PinPlace;
import dev.plumbline.api.models.Pins;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.providers.simulator.OpenAiSimulator;
import dev.plumbline.api.tokens.MadeTokens;
import dev.plumbline.core.model.Provider;
import dev.plumbline.core.owner.Environment;
import dev.plumbline.lifecycle.registry.Consumer;
import dev.plumbline.lifecycle.registry.Criticality;
import dev.plumbline.lifecycle.registry.Deployment;
import dev.plumbline.lifecycle.registry.ModelKey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The model before: who has one, whether it answers, and how one moves. */
@QuarkusTest
class RollbackTest {

  private static final String SNAPSHOT = "gpt-4o-2024-08-06";

  @Inject JobDesk jobs;
  @Inject Deployments deployments;
  @Inject Consumers consumers;
  @Inject Pins pins;

  private Organisation organisation;
  private String token;

  @BeforeEach
  void begin() {
    organisation = SomeOrganisation.added();
    token = MadeTokens.token(organisation, Scope.ADMIN);
  }

  @Test
  void theJobSeesWhetherTheModelBeforeAnswers() throws Exception {
    try (OpenAiSimulator simulator = new OpenAiSimulator()) {
      simulator.account().add(SNAPSHOT);
      account(simulator);
      moved("here", SNAPSHOT, "gpt-4.1-2025-04-14");
      moved("gone", "gpt-4o-2024-05-13", SNAPSHOT);
      list()
          .body("rollbacks[1].verified_at", nullValue())
          .body("rollbacks[1].reason", containsString("never seen to answer"));

      assertThat(jobs.runDue("rollback-verification", organisation)).isEqualTo(1);

      list()
          .body("rollbacks[1].place", containsString("here"))
          .body("rollbacks[1].previous_model", equalTo(SNAPSHOT))
          .body("rollbacks[1].look.verdict", equalTo("answered"))
          .body("rollbacks[1].reason", containsString(SNAPSHOT))
          .body("rollbacks[0].look.verdict", equalTo("gone"))
          .body("rollbacks[0].look.words", containsString("does not find it"))
          .body("rollbacks[0].possible", equalTo(false));
      assertThat(list().extract().<String>path("rollbacks[1].verified_at")).isNotNull();
      asToken()
          .get("/api/v1/jobs/rollback-verification/runs")
          .then()
          .statusCode(200)
          .body(containsString("ROLLBACK_GONE"));
    }
  }

  @Test
  void withoutAnAccountTheReasonSaysSo() {
    deployed("staging", "m-1");
    deployed("staging", "m-2");

    jobs.runDue("rollback-verification", organisation);

    list()
        .body("rollbacks[0].kind", equalTo("deployment"))
        .body("rollbacks[0].place", equalTo("azure/acme/staging"))
        .body("rollbacks[0].model", equalTo("m-2"))
        .body("rollbacks[0].previous_model", equalTo("m-1"))
        .body("rollbacks[0].look.verdict", equalTo("unknown"))
        .body("rollbacks[0].look.words", equalTo("no account at azure can be asked"));
    Document page =
        Jsoup.parse(asToken().get("/deployments").then().statusCode(200).extract().asString());
    assertThat(page.select("tbody tr").text()).contains("m-1", "m-2", "no account at azure");
  }

  @Test
  void listsAreReadOnInPages() {
    deployed("a", "m-1");
    deployed("b", "m-1");

    String next =
        asToken().get("/api/v1/rollbacks?limit=1").then().statusCode(200).extract().path("next");

    asToken()
        .queryParam("after", next)
        .get("/api/v1/rollbacks?limit=1")
        .then()
        .body("rollbacks.place", equalTo(List.of("azure/acme/b")))
        .body("rollbacks[0].reason", equalTo("nothing else was called here before"))
        .body("next", nullValue());
  }

  @Test
  void inProductionAMoveIsAskedForAndElsewhereWrittenDown() {
    Supplier<RequestSpecification> admin = TestCallers.administratorOfANewOrganisation();
    add(admin, "prod", "production");
    add(admin, "test", "development");
    Map<String, String> move =
        Map.of("action", "move", "model", "m-2", "reason", "newer", "switch_date", "2026-12-01");

    post(admin, row(admin, "test"), move, 303, "/deployments?done=moved");
    String change = post(admin, row(admin, "prod"), move, 303, "/changes/");

    Document page = Jsoup.parse(admin.get().get("/deployments").asString());
    assertThat(page.select("tr:contains(acme/test) td").eachText()).startsWith("m-2", "m-1");
    assertThat(page.select("tr:contains(acme/prod) td").eachText()).startsWith("m-1", "nothing");
    Document asked = Jsoup.parse(admin.get().get(change).asString());
    assertThat(asked.select("h1").text()).isEqualTo("azure/acme/prod");
    assertThat(asked.text()).contains("m-1", "m-2", "newer", "pending");
    String again =
        admin
            .get()
            .contentType("application/x-www-form-urlencoded")
            .formParams(move)
            .post(row(admin, "prod"))
            .then()
            .statusCode(409)
            .extract()
            .asString();
    assertThat(Jsoup.parse(again).select("[role=alert]").text()).contains("waits for its approval");
  }

  @Test
  void goingBackOntoWhatEndsIsRefusedWithTheDate() {
    Supplier<RequestSpecification> admin = TestCallers.administratorOfANewOrganisation();
    add(admin, "old", "development", "gpt-35-turbo-0613");
    String row = row(admin, "old");
    Map<String, String> move =
        Map.of("action", "move", "reason", "r", "switch_date", "2026-12-01", "model", "m-2");
    post(admin, row, move, 303, "/deployments?done=moved");

    String refused =
        admin
            .get()
            .contentType("application/x-www-form-urlencoded")
            .formParams(
                Map.of(
                    "action",
                    "move",
                    "reason",
                    "r",
                    "switch_date",
                    "2026-12-01",
                    "model",
                    "gpt-35-turbo-0613"))
            .post(row)
            .then()
            .statusCode(409)
            .extract()
            .asString();

    assertThat(Jsoup.parse(refused).select("[role=alert]").text())
        .containsPattern("gpt-35-turbo-0613 ends on \\d{4}-\\d\\d-\\d\\d");
  }

  private void account(OpenAiSimulator simulator) {
    String key =
        asToken()
            .contentType("application/json")
            .body(
                Map.of(
                    "kind",
                    "provider",
                    "provider",
                    "openai",
                    "name",
                    "K",
                    "secret",
                    simulator.account().key()))
            .post("/api/v1/credentials")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    asToken()
        .contentType("application/json")
        .body(
            Map.of(
                "provider",
                "openai",
                "name",
                "Main",
                "credential",
                key,
                "base_url",
                simulator.base()))
        .post("/api/v1/provider-accounts")
        .then()
        .statusCode(201);
  }

  private void moved(String application, String from, String to) {
    UUID consumer =
        consumers
            .add(
                organisation,
                Actor.SYSTEM,
                new Consumer(application, "O", "C", Criticality.LOW, Environment.DEVELOPMENT))
            .id();
    for (String model : List.of(from, to)) {
      pins.move(
          organisation,
          Actor.SYSTEM,
          new PinPlace(consumer, "default"),
          Optional.of(new ModelKey(Provider.OPENAI, model)));
    }
  }

  private void deployed(String name, String model) {
    deployments.register(
        organisation,
        Actor.SYSTEM,
        new Deployment(
            Provider.AZURE,
            "acme",
            name,
            model,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  private ValidatableResponse list() {
    return asToken().get("/api/v1/rollbacks").then().statusCode(200);
  }

  private RequestSpecification asToken() {
    return RestAssured.given().header("Authorization", "Bearer " + token);
  }

  private static void add(Supplier<RequestSpecification> admin, String name, String environment) {
    add(admin, name, environment, "m-1");
  }

  private static void add(
      Supplier<RequestSpecification> admin, String name, String environment, String model) {
    post(
        admin,
        "/deployments",
        Map.of(
            "provider",
            "azure",
            "account",
            "acme",
            "name",
            name,
            "model",
            model,
            "environment",
            environment),
        303,
        "/deployments?done=added");
  }

  private static String row(Supplier<RequestSpecification> admin, String name) {
    Document page = Jsoup.parse(admin.get().get("/deployments").asString());
    return page.select("tr:contains(acme/" + name + ") form").attr("action");
  }

  private static String post(
      Supplier<RequestSpecification> admin,
      String address,
      Map<String, String> form,
      int status,
      String location) {
    String to =
        admin
            .get()
            .redirects()
            .follow(false)
            .contentType("application/x-www-form-urlencoded")
            .formParams(form)
            .post(address)
            .then()
            .statusCode(status)
            .header("Location", containsString(location))
            .extract()
            .header("Location");
    return to.substring(to.indexOf('/', "https://".length()));
  }
}
