package dev.plumbline.api.pins;

import static dev.plumbline.api.access.TestCallers.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.plumbline.api.access.TestCaller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pins, policies and waivers over HTTP. */
@QuarkusTest
class PinResourceTest {

  private static final String PINS = "/api/v1/pins";
  private static final String WAIVERS = "/api/v1/pin-waivers";
  private static final String SNAPSHOT = "gpt-4o-2024-08-06";

  @AfterEach
  void production() {
    policy("{\"no_moving_alias\":true}");
  }

  @Test
  void whatIsCalledNowAndWhatWasCalledBeforeAreKept() {
    String app = application("production");
    pin(app, SNAPSHOT).statusCode(200).body("allowed", equalTo(true)).body("rollback", nullValue());
    pin(app, "gpt-4o-2024-05-13").statusCode(200).body("rollback", equalTo(SNAPSHOT));

    given()
        .get(PINS + "/history?consumer=" + app)
        .then()
        .statusCode(200)
        .body("model", contains(SNAPSHOT, "gpt-4o-2024-05-13"));
    given()
        .get(PINS + "?limit=500")
        .then()
        .statusCode(200)
        .body("pins.findAll { it.consumer == '" + app + "' }.model", contains("gpt-4o-2024-05-13"));
    given().delete(PINS + "?consumer=" + app).then().statusCode(204);
    given()
        .get(PINS + "?limit=500")
        .then()
        .body("pins.findAll { it.consumer == '" + app + "' }", hasSize(0));
  }

  @Test
  void aMovingAliasIsRefusedInProductionAndMeansASnapshotElsewhere() {
    String app = application("production");
    pin(app, "gpt-4o").statusCode(409).body("detail", containsString("the provider can move"));
    given()
        .get("/api/v1/audit?subject=" + app)
        .then()
        .body("entries.action", hasItem("pin.refused"));

    pin(application("development"), "gpt-4o")
        .statusCode(200)
        .body("resolves_to", equalTo(SNAPSHOT));
  }

  @Test
  void aRefusalNamesAllItsReasons() {
    String app = application("production");
    policy(
        "{\"no_moving_alias\":true,\"base_lives_days\":3650,\"rollback_verified_days\":7,"
            + "\"evaluation_baseline\":true,\"approved\":[\"openai/gpt-4.1-2025-04-14\"]}");

    check(app, "gpt-4o")
        .body("allowed", equalTo(false))
        .body(
            "refusals.rule",
            contains(
                "no_moving_alias",
                "base_lives",
                "rollback_target",
                "evaluation_baseline",
                "approved_models"));
    pin(app, "gpt-4o")
        .statusCode(409)
        .body(
            "detail",
            allOf(
                containsString("can move"),
                containsString("are needed"),
                containsString("no model to go back to"),
                containsString("no evaluation baseline"),
                containsString("not approved for production")));
    given()
        .get(PINS + "?limit=500")
        .then()
        .body("pins.findAll { it.consumer == '" + app + "' }", hasSize(0));
  }

  @Test
  void evidenceMeetsWhatAPolicyDemands() {
    String app = application("production");
    pin(app, "gpt-4o-2024-11-20").statusCode(200);
    policy("{\"rollback_verified_days\":7,\"rollback_lives_days\":1,\"evaluation_baseline\":true}");
    String target = "ft:gpt-4o-2024-08-06:acme::" + UUID.randomUUID().toString().replace("-", "");
    check(app, target).body("refusals.rule", contains("rollback_target", "evaluation_baseline"));

    evidence("gpt-4o-2024-11-20", "servable");
    evidence(target, "baseline");

    check(app, target).body("refusals", hasSize(0)).body("allowed", equalTo(true));
  }

  @Test
  void aProofThatTheModelBeforeAnsweredIsAVerifiedWayBack() {
    String app = application("production");
    // never called by another test
    String before = "ft:gpt-4.1-2025-04-14:acme::" + UUID.randomUUID().toString().replace("-", "");
    pin(app, before).statusCode(200);
    policy("{\"rollback_verified_days\":7,\"rollback_lives_days\":1}");
    check(app, "gpt-4.1-mini-2025-04-14").body("refusals.rule", contains("rollback_target"));

    post("/api/v1/changes/proofs", "{\"provider\":\"openai\",\"model\":\"%s\"}".formatted(before))
        .statusCode(201);

    check(app, "gpt-4.1-mini-2025-04-14").body("refusals", hasSize(0));
    given()
        .get("/api/v1/model-evidence?provider=openai&model=" + before)
        .then()
        .body("kind", contains("servable"));
  }

  @Test
  void aWaiverLiftsItsRuleUntilItIsRevoked() {
    String app = application("production");
    String id =
        post(
                WAIVERS,
                waiver("no_moving_alias", Instant.now().plusSeconds(3600).toString())
                    .replace("}", ",\"consumer\":\"%s\"}".formatted(app)))
            .statusCode(201)
            .extract()
            .path("id");

    pin(app, "gpt-4o").statusCode(200).body("waived.rule", contains("no_moving_alias"));
    given().delete(WAIVERS + "/" + id).then().statusCode(200);
    given()
        .get(PINS + "/violations")
        .then()
        .statusCode(200)
        .body("findAll { it.consumer == '" + app + "' }.model", contains("gpt-4o"));
    given().get(WAIVERS + "?limit=500").then().body("waivers.id", hasItem(id));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | rule",
        "{\"rule\":\"base_lives\"} | environment",
        "{\"rule\":\"base_lives\",\"environment\":\"production\"} | owner",
        "{\"rule\":\"base_lives\",\"environment\":\"production\",\"owner\":\"A\"} | reason",
        "{\"rule\":\"base_lives\",\"environment\":\"production\",\"owner\":\"A\",\"reason\":\"R\"} | expires_at",
        "{\"rule\":\"base_lives\",\"environment\":\"production\",\"owner\":\"A\",\"reason\":\"R\",\"expires_at\":\"2020-01-01T00:00:00Z\"} | expires_at",
        "{\"rule\":\"base_lives\",\"environment\":\"production\",\"owner\":\"A\",\"reason\":\"R\",\"expires_at\":\"2999-01-01T00:00:00Z\"} | expires_at",
      })
  void aWaiverWithoutAnOwnerAReasonAndAnEndIsRefused(String body, String field) {
    post(WAIVERS, body).statusCode(400).body("field", equalTo(field));
  }

  @Test
  void whatCannotBeAPolicyIsRefused() {
    policy("{\"base_lives_days\":0}", 400);
    policy("{\"approved\":[\"gpt-4o\"]}", 400);
    given()
        .contentType("application/json")
        .body("{}")
        .put("/api/v1/pin-policies/somewhere")
        .then()
        .statusCode(400)
        .body("field", equalTo("environment"));
  }

  @Test
  void aPinOfAnotherOrganisationsApplicationDoesNotExist() {
    String app = application("development");
    String unknown = UUID.randomUUID().toString();
    String theirs = pinBy(TestCaller.OTHER_ADMIN, app);
    String none = pinBy(TestCaller.OTHER_ADMIN, unknown);

    assertThat(theirs.replace(app, unknown)).isEqualTo(none);
  }

  @Test
  void anApplicationThatNoLongerRunsIsPinnedToNothing() {
    String app = application("development");
    given()
        .contentType("application/json")
        .body("{\"archived\":true}")
        .patch("/api/v1/consumers/" + app)
        .then()
        .statusCode(200);
    pin(app, SNAPSHOT).statusCode(409).body("detail", containsString("no longer runs"));
  }

  private static String pinBy(TestCaller caller, String app) {
    return as(caller)
        .contentType("application/json")
        .body("{\"consumer\":\"%s\",\"model\":\"%s\"}".formatted(app, SNAPSHOT))
        .post(PINS)
        .then()
        .statusCode(404)
        .extract()
        .asString();
  }

  private static String application(String environment) {
    return post(
            "/api/v1/consumers",
            "{\"application\":\"%s\",\"owner\":\"O\",\"contact\":\"c@x.test\",\"criticality\":\"high\",\"environment\":\"%s\"}"
                .formatted(UUID.randomUUID(), environment))
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static ValidatableResponse pin(String app, String model) {
    return post(PINS, "{\"consumer\":\"%s\",\"model\":\"%s\"}".formatted(app, model));
  }

  private static ValidatableResponse check(String app, String model) {
    return post(PINS + "/check", "{\"consumer\":\"%s\",\"model\":\"%s\"}".formatted(app, model))
        .statusCode(200);
  }

  private static void policy(String body) {
    policy(body, 200);
  }

  private static void policy(String body, int status) {
    given()
        .contentType("application/json")
        .body(body)
        .put("/api/v1/pin-policies/production")
        .then()
        .statusCode(status);
  }

  private static void evidence(String model, String kind) {
    post(
            "/api/v1/model-evidence",
            "{\"provider\":\"openai\",\"model\":\"%s\",\"kind\":\"%s\",\"reference\":\"run 1\"}"
                .formatted(model, kind))
        .statusCode(201);
  }

  private static String waiver(String rule, String end) {
    return "{\"rule\":\"%s\",\"environment\":\"production\",\"owner\":\"Ada\",\"reason\":\"leaving\",\"expires_at\":\"%s\"}"
        .formatted(rule, end);
  }

  private static ValidatableResponse post(String path, String body) {
    return given().contentType("application/json").body(body).post(path).then();
  }
}
