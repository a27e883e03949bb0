package dev.plumbline.api.changes;

import static dev.plumbline.api.access.TestCallers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import dev.plumbline.api.access.TestCaller;
import dev.plumbline.api.database.Connections;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ChangeResourceTest {

  private static final String PATH = "/api/v1/changes";

  @Test
  void oneAsksAndAnotherApproves() {
    String id = requested(openEnd());
    post(
            TestCaller.OWNER,
            id + "/evidence",
            "{\"name\":\"evaluation\",\"link\":\"https://x.test/1\"}")
        .statusCode(200);
    post(TestCaller.ADMIN, id + "/waivers", waiver("rollback_ends_soon")).statusCode(200);

    post(TestCaller.ADMIN, id + "/approve", "{\"reason\":\"no worse\"}")
        .statusCode(200)
        .body("decision", equalTo("approved"))
        .body("objections", hasSize(0))
        .body(
            "history.kind",
            equalTo(java.util.List.of("requested", "evidence", "waiver", "approved")))
        .body("history[3].detail.text", equalTo("no worse"))
        .body("history[3].detail.objections", hasSize(1));
    post(TestCaller.ADMIN, id + "/approve", "{}").statusCode(409);
    post(TestCaller.OWNER, id + "/evidence", "{\"name\":\"late\"}").statusCode(409);
  }

  @Test
  void theAuthorIsRefusedWithEveryOtherReason() {
    String id = requested(openEnd());

    post(TestCaller.OWNER, id + "/approve", "{}")
        .statusCode(409)
        .body("detail", containsString("somebody else has to approve"))
        .body("detail", containsString("no evidence is attached"))
        .body("detail", containsString("nobody knows until when m-1 can be called"));
  }

  @Test
  void aWayBackThatEndsTooSoonIsRefusedWithTheDate() {
    // fine-tunes of gpt-4-0613 ended on 2026-10-23
    String id =
        requested(
            """
            {"place":"support","from":{"provider":"openai","model":"ft:gpt-4-0613:acme::a1"},
             "reason":"it is over","switch_date":"2026-10-01"}""");
    post(TestCaller.OWNER, id + "/evidence", "{\"name\":\"evaluation\"}");

    post(TestCaller.ADMIN, id + "/approve", "{}")
        .statusCode(409)
        .body(
            "detail",
            equalTo(
                "ft:gpt-4-0613:acme::a1 ends on 2026-10-23, and one must be able to go back to it"
                    + " until 2026-10-31"));
    as(TestCaller.VIEWER)
        .get(PATH + "/" + id)
        .then()
        .statusCode(200)
        .body("rollback.possible", is(false))
        .body("objections", hasSize(1));
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/changes/proofs, ''",
    "/api/v1/model-evidence, ',\"kind\":\"servable\",\"reference\":\"a call\"'",
  })
  void bothWaysToSayThatAModelAnsweredCount(String path, String more) {
    String model = "ft:gpt-4.1-2025-04-14:acme::" + UUID.randomUUID().toString().replace("-", "");
    // ends on 2027-01-14, and is needed for a day only
    String id =
        requested(
            """
            {"place":"support","from":{"provider":"openai","model":"%s"},"reason":"it is over",
             "switch_date":"2026-10-01","rollback_days":1}"""
                .formatted(model));
    as(TestCaller.VIEWER)
        .get(PATH + "/" + id)
        .then()
        .body("rollback.reason", equalTo(model + " was never seen to answer"));

    as(TestCaller.OWNER)
        .contentType("application/json")
        .body("{\"provider\":\"openai\",\"model\":\"%s\"%s}".formatted(model, more))
        .post(path)
        .then()
        .statusCode(201);

    as(TestCaller.VIEWER).get(PATH + "/" + id).then().body("rollback.possible", is(true));
  }

  @Test
  void aModelThatWasSeenToAnswerCanBeGoneBackTo() {
    String model = "seen-" + UUID.randomUUID();
    String id = requested(openEnd().replace("m-1", model));

    post(TestCaller.OWNER, "proofs", "{\"provider\":\"local\",\"model\":\"%s\"}".formatted(model))
        .statusCode(201)
        .body("model", equalTo(model));
    post(
            TestCaller.OWNER,
            "proofs",
            "{\"provider\":\"local\",\"model\":\"m\",\"verified_at\":\"2999-01-01T00:00:00Z\"}")
        .statusCode(400)
        .body("field", equalTo("verified_at"));
    // its end is not known, which is another objection than that nobody saw it answer
    as(TestCaller.VIEWER)
        .get(PATH + "/" + id)
        .then()
        .body("rollback.reason", containsString("nobody knows"));
  }

  @Test
  void aTokenNeitherAsksNorDecides() {
    String id = requested(openEnd());

    post(TestCaller.ADMIN_TOKEN, "", openEnd())
        .statusCode(403)
        .body("detail", containsString("signed-in person"));
    post(TestCaller.ADMIN_TOKEN, id + "/approve", "{}").statusCode(403);
    post(TestCaller.ADMIN_TOKEN, id + "/refuse", "{\"reason\":\"no\"}").statusCode(403);
  }

  @Test
  void aRefusalStaysAndAnApprovalCanBeWithdrawnByItsAuthor() {
    String refused = requested(openEnd());
    post(TestCaller.ADMIN, refused + "/refuse", "{}")
        .statusCode(400)
        .body("field", equalTo("reason"));
    post(TestCaller.ADMIN, refused + "/refuse", "{\"reason\":\"too early\"}")
        .body("decision", equalTo("refused"));
    post(TestCaller.OWNER, refused + "/withdraw", "{\"reason\":\"x\"}").statusCode(409);
    String other = requested(openEnd());
    post(TestCaller.ADMIN, other + "/withdraw", "{\"reason\":\"x\"}").statusCode(409);
    post(TestCaller.OWNER, other + "/withdraw", "{\"reason\":\"x\"}")
        .body("decision", equalTo("withdrawn"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|from",
        "{\"from\":{\"provider\":\"local\",\"model\":\"m-1\"}}|switch_date",
        "{\"from\":{\"provider\":\"local\",\"model\":\"a b\"},\"switch_date\":\"2026-12-01\"}|from.model",
        "{\"from\":{\"provider\":\"No!\",\"model\":\"a\"},\"switch_date\":\"2026-12-01\"}|from.provider",
        "{\"from\":{\"provider\":\"x\",\"model\":\"a\"},\"switch_date\":\"2026-12-01\"}|place",
        "{\"place\":\"p\",\"from\":{\"provider\":\"x\",\"model\":\"a\"},\"switch_date\":\"2026-12-01\"}|reason",
        "{\"from\":{\"provider\":\"x\",\"model\":\"a\"},\"switch_date\":\"2026-12-01\",\"rollback_days\":-1}|rollback_days",
        "{\"place\":\"p\",\"reason\":\"r\",\"from\":{\"provider\":\"x\",\"model\":\"a\"},\"to\":{\"provider\":\"x\",\"model\":\"a\"},\"switch_date\":\"2026-12-01\"}|to",
      })
  void whatDoesNotFitIsNamed(String body, String field) {
    post(TestCaller.OWNER, "", body).statusCode(400).body("field", equalTo(field));
  }

  @Test
  void evidenceIsALinkAndAHashAndNoScript() {
    String id = requested(openEnd());

    post(TestCaller.OWNER, id + "/evidence", "{\"name\":\"e\",\"link\":\"javascript:alert(1)\"}")
        .statusCode(400)
        .body("field", equalTo("link"));
    post(TestCaller.OWNER, id + "/evidence", "{\"name\":\"e\",\"sha256\":\"abc\"}")
        .statusCode(400)
        .body("field", equalTo("sha256"));
    post(TestCaller.ADMIN, id + "/waivers", waiver("nothing")).statusCode(400);
  }

  @Test
  void anotherOrganisationSeesNothingOfIt() {
    String id = requested(openEnd());

    as(TestCaller.OTHER_ADMIN).get(PATH + "/" + id).then().statusCode(404);
    as(TestCaller.OTHER_ADMIN)
        .get(PATH)
        .then()
        .body("changes.id", everyItem(org.hamcrest.Matchers.not(id)));
    as(TestCaller.VIEWER).get(PATH).then().body("changes.id", hasItems(id));
    as(TestCaller.VIEWER).get(PATH + "?limit=0").then().statusCode(400);
    as(TestCaller.VIEWER).get(PATH + "?limit=x").then().statusCode(400);
  }

  @Test
  void theDatabaseItselfRefusesAnApprovalByTheAuthor() throws SQLException {
    String id = requested(openEnd());

    try (Connection connection = Connections.superuser();
        Statement statement = connection.createStatement()) {
      String event =
          """
          insert into model_change_event select organisation_id, id, 1, author_id, '%s', now(), %s, 'X', '{}'
          from model_change where id = '%s'""";
      assertThatThrownBy(() -> statement.execute(event.formatted("approved", "author_id", id)))
          .hasMessageContaining("violates check constraint");
      assertThat(statement.executeUpdate(event.formatted("approved", "'other'", id))).isEqualTo(1);
    }
  }

  private static String openEnd() {
    return """
    {"place":"support assistant","from":{"provider":"local","model":"m-1"},
     "to":{"provider":"local","model":"m-2"},"reason":"cheaper","switch_date":"2026-12-01"}""";
  }

  private static String waiver(String objection) {
    return "{\"objection\":\"%s\",\"reason\":\"no way back\",\"expires\":\"2999-01-01\"}"
        .formatted(objection);
  }

  private static String requested(String body) {
    return post(TestCaller.OWNER, "", body).statusCode(201).extract().path("id");
  }

  private static ValidatableResponse post(TestCaller caller, String path, String body) {
    return as(caller)
        .contentType("application/json")
        .body(body)
        .post(path.isEmpty() ? PATH : PATH + "/" + path)
        .then();
  }
}
