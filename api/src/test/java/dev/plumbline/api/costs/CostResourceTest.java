package dev.plumbline.api.costs;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CostResourceTest {

  @Test
  void aFineTuneIsPricedAsSuchAndNamesItsRows() {
    // 676 * 3.75 + 1024 * 1.875 + 200 * 15 = 7455 millionths of a dollar
    cost("""
            {"model":"ft:gpt-4o-2024-08-06:acme::AbC123","at":"2026-11-20T12:00:00Z",
             "input_tokens":1700,"cached_input_tokens":1024,"output_tokens":200}
            """)
        .statusCode(200)
        .body("status", equalTo("priced"))
        .body("amount", equalTo("0.007455"))
        .body("currency", equalTo("USD"))
        .body("catalogue_version", notNullValue())
        .body("lines", hasSize(3))
        .body("lines[0].price.fine_tuned", equalTo(true))
        .body("lines[0].price.id", notNullValue());
  }

  @Test
  void whatHasNoPriceIsUnpricedWithTheReasonAndNeverZero() {
    cost("{\"model\":\"gpt-4o-mini-2024-07-18\",\"at\":\"2020-01-01T00:00:00Z\",\"input_tokens\":1}")
        .statusCode(200)
        .body("status", equalTo("unpriced"))
        .body("amount", equalTo(null))
        .body("reason", equalTo("not_yet_priced"))
        .body("explanation", notNullValue());
  }

  @Test
  void aBatchKeepsItsOrderAndCountsWhatItCouldPrice() {
    given()
        .contentType("application/json")
        .body(
            """
            {"requests":[{"model":"nothing like a model","output_tokens":1},
                         {"model":"gpt-4o-mini-2024-07-18","at":"2026-11-20T00:00:00Z","output_tokens":1}]}
            """)
        .post("/api/v1/cost/batch")
        .then()
        .statusCode(200)
        .body("priced", equalTo(1))
        .body("unpriced", equalTo(1))
        .body("costs[0].status", equalTo("unpriced"))
        .body("costs[1].amount", equalTo("0.0000006"));
  }

  @Test
  void aMistakeIsNamedByItsField() {
    cost("{\"input_tokens\":1}").statusCode(400).body("field", equalTo("model"));
    cost("{\"model\":\"gpt-4o\",\"tier\":\"cheap\"}")
        .statusCode(400)
        .body("field", equalTo("tier"));
    cost("{\"model\":\"gpt-4o\",\"input_tokens\":1,\"cached_input_tokens\":2}")
        .statusCode(400)
        .body("field", equalTo("input_tokens"));
    given()
        .contentType("application/json")
        .body("{\"requests\":[{\"model\":\"gpt-4o\"},{\"model\":\"\"}]}")
        .post("/api/v1/cost/batch")
        .then()
        .statusCode(400)
        .body("field", equalTo("requests[1].model"));
  }

  @Test
  void aBatchHasALimit() {
    String many = "{\"model\":\"gpt-4o\"},".repeat(1000) + "{\"model\":\"gpt-4o\"}";
    given()
        .contentType("application/json")
        .body("{\"requests\":[" + many + "]}")
        .post("/api/v1/cost/batch")
        .then()
        .statusCode(400)
        .body("field", equalTo("requests"));
  }

  private static ValidatableResponse cost(String body) {
    return given().contentType("application/json").body(body).post("/api/v1/cost").then();
  }
}
