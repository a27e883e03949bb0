package dev.plumbline.api.scenarios;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BreakEvenResourceTest {

  private static final String PATH = "/api/v1/break-even";

  @Test
  void theExampleScenarioIsAnsweredWithItsEvidence() {
    post(ExampleScenario.TEXT)
        .statusCode(200)
        .body("verdict.code", equalTo("PAYS_ABOVE"))
        // 72 / (0.0058468 * 12)
        .body("verdict.requests_per_month", equalTo("1026.202367106793"))
        .body("verdict.requests_per_month_ceil", equalTo("1027"))
        .body("verdict.paying[0].to", nullValue())
        .body("at_volume.payback_month", equalTo(1))
        .body("base.cost_per_request", equalTo("0.0125968"))
        .body("comparison", hasSize(3))
        .body("cheapest.at_volume", equalTo("gpt-4o-mini with the long prompt"))
        .body("curve.crossing", hasItem(true))
        .body("assumptions.find { it.subject == 'tuned.prices.input' }.value", equalTo("3.75"))
        .body("assumptions.find { it.subject == 'tuned.prices.input' }.price_row", notNullValue())
        .body("assumptions.find { it.subject == 'tuned.shutdown' }.value", equalTo("2027-01-14"))
        .body("uncertainty.points", equalTo(1024));
  }

  @Test
  void theCommonQuestionIsAskedByQuery() {
    given()
        .queryParam("model", "openai/gpt-4o-2024-08-06")
        .queryParam("static_base", "6000")
        .queryParam("static_tuned", "200")
        .queryParam("input_base", "800")
        .queryParam("output_base", "200")
        .queryParam("volume", "100000")
        .queryParam("hit_base", "87")
        .queryParam("rows", "800")
        .queryParam("row_tokens", "1200")
        .queryParam("epochs", "3")
        .queryParam("at", "2026-01-14")
        .get(PATH)
        .then()
        .statusCode(200)
        .body("verdict.requests_per_month", equalTo("1026.202367106793"));
  }

  @Test
  void aMisspeltFieldIsNamed() {
    post(ExampleScenario.TEXT.replace("\"spread\"", "x").replace("\"epochs\"", "\"epoch\""))
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("invalid-input"))
        .body("field", equalTo("training.epoch"))
        .body("detail", startsWith("is not known here; known: "));
  }

  @Test
  void aWrongParameterIsNamed() {
    given()
        .queryParam("model", "gpt-4o-2024-08-06")
        .queryParam("volume", "many")
        .get(PATH)
        .then()
        .statusCode(400)
        .body("field", equalTo("rows"));
  }

  @Test
  void whatIsNoJsonIsRefused() {
    post("{").statusCode(400).body("code", equalTo("invalid-input"));
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() {
    post("{\"version\":1,\"name\":\"" + "x".repeat(300_000) + "\"}").statusCode(413);
  }

  @Test
  void anUnknownPriceIsAReasonAndNotAZero() {
    post(ExampleScenario.TEXT.replace("\"gpt-4o-2024-08-06\"", "\"gpt-99-2031-01-01\""))
        .statusCode(400)
        .body("detail", containsString("Not every price is known: base.model: "));
  }

  @Test
  void trainingThatHasEndedBlocksTheAnswer() {
    post(ExampleScenario.TEXT.replace("2026-01-14", "2027-01-07"))
        .statusCode(400)
        .body("field", equalTo("at"))
        .body("detail", containsString("nobody can train on gpt-4o-2024-08-06"));
  }

  @Test
  void theDescriptionHasTheExample() {
    given()
        .queryParam("format", "json")
        .get("/q/openapi")
        .then()
        .statusCode(200)
        .body("paths.'/api/v1/break-even'.post.summary", equalTo("Answers a scenario"))
        .body("components.schemas.BreakEven.properties.catalogue_version", notNullValue());
  }

  private static ValidatableResponse post(String document) {
    return given().contentType("application/json").body(document).post(PATH).then();
  }
}
