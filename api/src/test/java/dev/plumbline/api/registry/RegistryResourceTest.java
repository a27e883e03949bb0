package dev.plumbline.api.registry;

import static dev.plumbline.api.access.TestCallers.as;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.plumbline.api.access.TestCaller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The registry over HTTP. */
@QuarkusTest
class RegistryResourceTest {

  private static final String MODELS = "/api/v1/models";
  private static final String CONSUMERS = "/api/v1/consumers";
  private static final String DEPLOYMENTS = "/api/v1/deployments";

  @Test
  void aModelIsRegisteredWithBothClocks() {
    String name = newName();
    String id =
        post(MODELS, "{\"model\":\"%s\",\"owner\":\"Search\"}".formatted(name))
            .statusCode(201)
            .body("base", equalTo("gpt-4o-2024-08-06"))
            .body("provider", equalTo("openai"))
            .body("state.name", equalTo("ready"))
            .extract()
            .path("id");

    given()
        .get(MODELS + "/" + id)
        .then()
        .statusCode(200)
        .body("model", equalTo(name))
        .body("inference_end.day", equalTo("2027-01-14"))
        .body("inference_end.rule", notNullValue())
        .body("training_end.day", notNullValue())
        .body("lineage.base", equalTo("gpt-4o-2024-08-06"))
        .body("consumers", hasSize(0));
  }

  @Test
  void registeringTwiceChangesNothing() {
    String body =
        "{\"model\":\"%s\",\"run\":{\"job\":\"ftjob-9\",\"seed\":7,\"hyperparameters\":{\"n_epochs\":\"3\"},"
            + "\"cost\":{\"currency\":\"USD\",\"billed\":\"2.50\"}}}";
    String request = body.formatted(newName());
    post(MODELS, request).statusCode(201).body("run.cost.billed", equalTo("2.5"));

    String changed = post(MODELS, request).statusCode(200).extract().path("changed_at");
    post(MODELS, request).statusCode(200).body("changed_at", equalTo(changed));
  }

  @Test
  void whatIsLeftOutStaysAndWhatIsBlankGoes() {
    String id =
        id(MODELS, "{\"model\":\"%s\",\"owner\":\"Search\",\"contact\":\"s@x.test\"}", newName());

    given()
        .contentType("application/json")
        .body("{\"contact\":\"\",\"environment\":\"production\"}")
        .patch(MODELS + "/" + id)
        .then()
        .statusCode(200)
        .body("owner", equalTo("Search"))
        .body("contact", nullValue())
        .body("environment", equalTo("production"));
  }

  @Test
  void aLineThatLeadsBackIsRefused() {
    String parent = newName();
    String child = newName();
    String id = id(MODELS, "{\"model\":\"%s\"}", parent);
    post(MODELS, "{\"model\":\"%s\",\"parent\":\"%s\"}".formatted(child, parent)).statusCode(201);

    given()
        .contentType("application/json")
        .body("{\"parent\":\"%s\"}".formatted(child))
        .patch(MODELS + "/" + id)
        .then()
        .statusCode(400)
        .body("field", equalTo("parent"))
        .body("detail", containsString("cannot come from itself"));
    given()
        .get(MODELS + "/" + id)
        .then()
        .body("lineage.children.model", equalTo(java.util.List.of(child)));
  }

  @Test
  void aStateThatCannotFollowIsAConflictThatSaysWhatCan() {
    String id = id(MODELS, "{\"model\":\"%s\"}", newName());

    post(MODELS + "/" + id + "/state", "{\"name\":\"retiring\",\"by\":\"2027-01-01\"}")
        .statusCode(409)
        .body("detail", containsString("it can become serving, retired, gone"));
    post(MODELS + "/" + id + "/state", "{\"name\":\"retired\"}")
        .statusCode(409)
        .body("detail", containsString("needs a reason"));
    post(MODELS + "/" + id + "/state", "{\"name\":\"serving\"}")
        .statusCode(200)
        .body("state.name", equalTo("serving"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | model",
        "{\"model\":\"no-such-model\"} | model",
        "{\"model\":\"ft:gpt-4o-2024-08-06:acme::x1\",\"environment\":\"prod\"} | environment",
        "{\"model\":\"ft:gpt-4o-2024-08-06:acme::x1\",\"run\":{\"cost\":{\"billed\":\"1e999\"}}} | run.cost.billed",
        "{\"model\":\"ft:gpt-4o-2024-08-06:acme::x1\",\"run\":{\"cost\":{\"billed\":\"-1\"}}} | run.cost",
        "{\"model\":\"ft:gpt-4o-2024-08-06:acme::x1\",\"run\":{\"trained_tokens\":-1}} | run.trained_tokens",
        "{\"model\":\"ft:gpt-4o-2024-08-06:acme::x1\",\"run\":{\"dataset\":{\"audit\":\"x\"}}} | run.dataset.audit",
        "{\"model\":\"ft:gpt-4o-2024-08-06:acme::x1\",\"checkpoints\":[{\"model\":\"m\"}]} | checkpoints.step",
        "{\"model\":\"ft:gpt-4o-2024-08-06:acme::x1\",\"state\":{\"name\":\"gone\"}} | state",
        "{\"provider\":\"OPEN AI\",\"model\":\"m\"} | provider",
        "{\"provider\":\"self-hosted\",\"model\":\"a b\"} | model",
      })
  void aFieldThatCannotBeIsNamed(String body, String field) {
    post(MODELS, body).statusCode(400).body("field", equalTo(field));
  }

  @Test
  void aModelOfAnUnknownProviderIsKeptWithTheBaseThatIsSaid() {
    String name = "llama-tuned-" + UUID.randomUUID();
    post(
            MODELS,
            "{\"provider\":\"self-hosted\",\"model\":\"%s\",\"base\":\"llama-3.1-8b\"}"
                .formatted(name))
        .statusCode(201)
        .body("base", equalTo("llama-3.1-8b"));
    given().get(MODELS + "/in-use").then().statusCode(200).body("model", hasItem(name));
    as(TestCaller.SCAN).get(MODELS + "/names").then().statusCode(200).body("", hasItem(name));
  }

  @Test
  void aListComesInPages() {
    id(MODELS, "{\"model\":\"%s\"}", newName());
    id(MODELS, "{\"model\":\"%s\"}", newName());
    String next =
        given()
            .get(MODELS + "?limit=1")
            .then()
            .statusCode(200)
            .body("models", hasSize(1))
            .extract()
            .path("next");

    given()
        .queryParam("limit", 1)
        .queryParam("after", next)
        .get(MODELS)
        .then()
        .statusCode(200)
        .body("models", hasSize(1));
    given().get(MODELS + "?limit=0").then().statusCode(400).body("field", equalTo("limit"));
  }

  @Test
  void anApplicationIsRegisteredOncePerEnvironment() {
    String body =
        "{\"application\":\"%s\",\"owner\":\"O\",\"contact\":\"c@x.test\",\"criticality\":\"high\",\"environment\":\"production\"}"
            .formatted("app " + UUID.randomUUID());
    String id = post(CONSUMERS, body).statusCode(201).extract().path("id");
    post(CONSUMERS, body).statusCode(409);
    post(CONSUMERS, body.replace("production", "staging")).statusCode(201);

    given()
        .contentType("application/json")
        .body("{\"archived\":true}")
        .patch(CONSUMERS + "/" + id)
        .then()
        .statusCode(200)
        .body("archived_at", notNullValue());
    post(CONSUMERS, body.replace("high", "extreme"))
        .statusCode(400)
        .body("field", equalTo("criticality"));
  }

  @Test
  void aDeploymentSaysWhatAnsweredBefore() {
    String body =
        "{\"provider\":\"azure\",\"account\":\"a\",\"name\":\"%s\",\"model\":\"gpt-4o-2024-08-06\","
            + "\"region\":\"swedencentral\",\"type\":\"global\",\"version_upgrade\":\"none\"}";
    String request = body.formatted(UUID.randomUUID());
    String id = post(DEPLOYMENTS, request).statusCode(201).extract().path("id");
    post(DEPLOYMENTS, request.replace("08-06", "11-20"))
        .statusCode(201)
        .body("id", equalTo(id))
        .body("previous_model", equalTo("gpt-4o-2024-08-06"));

    given().delete(DEPLOYMENTS + "/" + id).then().body("removed_at", notNullValue());
    post(DEPLOYMENTS, request.replace("azure", "openai"))
        .statusCode(400)
        .body("detail", containsString("OpenAI has no deployments"));
  }

  @Test
  void evidenceOfTheFutureIsRefused() {
    String body =
        "{\"provider\":\"openai\",\"model\":\"m\",\"kind\":\"servable\",\"reference\":\"r\",\"seen_at\":\"%s\"}";
    post("/api/v1/model-evidence", body.formatted("2026-01-01T00:00:00Z")).statusCode(201);
    post("/api/v1/model-evidence", body.formatted("2999-01-01T00:00:00Z"))
        .statusCode(400)
        .body("field", equalTo("seen_at"));
  }

  @Test
  void anotherOrganisationsModelDoesNotExist() {
    String id = id(MODELS, "{\"model\":\"%s\"}", newName());
    String unknown = UUID.randomUUID().toString();

    String theirs =
        as(TestCaller.OTHER_ADMIN)
            .get(MODELS + "/" + id)
            .then()
            .statusCode(404)
            .extract()
            .asString();
    String none =
        as(TestCaller.OTHER_ADMIN)
            .get(MODELS + "/" + unknown)
            .then()
            .statusCode(404)
            .extract()
            .asString();
    org.assertj.core.api.Assertions.assertThat(theirs.replace(id, unknown)).isEqualTo(none);
  }

  @Test
  void aChangeIsInTheTrail() {
    String id = id(MODELS, "{\"model\":\"%s\"}", newName());
    post(MODELS + "/" + id + "/state", "{\"name\":\"serving\"}").statusCode(200);

    given()
        .get("/api/v1/audit?subject=" + id)
        .then()
        .statusCode(200)
        .body("entries.action", hasItem("model.registered"))
        .body("entries.action", hasItem("model.moved"));
  }

  private static String newName() {
    return "ft:gpt-4o-2024-08-06:acme::" + UUID.randomUUID().toString().replace("-", "");
  }

  private static String id(String path, String body, String name) {
    return post(path, body.formatted(name)).statusCode(201).extract().path("id");
  }

  private static ValidatableResponse post(String path, String body) {
    return given().contentType("application/json").body(body).post(path).then();
  }
}
