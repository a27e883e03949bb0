package dev.plumbline.api.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProblemsTest {

  @Test
  void anUnknownAddressIsAProblemAndNotAPage() {
    isProblem(given().get("/api/v1/nothing/here").then(), ErrorCode.NOT_FOUND);
    isProblem(given().get("/nothing").then(), ErrorCode.NOT_FOUND);
  }

  @Test
  void aMethodThatTheAddressDoesNotTakeIsAProblem() {
    isProblem(given().delete("/test/problems").then(), ErrorCode.METHOD_NOT_ALLOWED);
  }

  @Test
  void anotherContentTypeIsAProblem() {
    isProblem(
        given().contentType("text/csv").body("a,b").post("/test/problems").then(),
        ErrorCode.UNSUPPORTED_MEDIA_TYPE);
  }

  @Test
  void aTypeThatWeCannotAnswerInIsAProblem() {
    isProblem(given().accept("image/png").get("/test/problems").then(), ErrorCode.NOT_ACCEPTABLE);
  }

  @Test
  void brokenJsonNamesItsLine() {
    isProblem(post("{\n\"count\": 1,\n oops"), ErrorCode.MALFORMED_JSON).body("line", equalTo(3));
  }

  @Test
  void anUnknownFieldIsNamed() {
    isProblem(post("{\"count\": 1, \"cuont\": 2}"), ErrorCode.MALFORMED_JSON)
        .body("field", equalTo("cuont"))
        .body("detail", equalTo("unknown field 'cuont'"));
  }

  @Test
  void aValueOfTheWrongKindIsNamedWithItsField() {
    isProblem(post("{\"count\": \"many\"}"), ErrorCode.MALFORMED_JSON)
        .body("field", equalTo("count"))
        .body("detail", equalTo("'many' is not a number that fits here"));
    isProblem(post("{\"on\": \"yesterday\"}"), ErrorCode.MALFORMED_JSON)
        .body("detail", equalTo("'yesterday' is not a day such as 2026-01-31"));
  }

  @Test
  void aRefusedValueNamesItsField() {
    isProblem(given().get("/test/problems/refused").then(), ErrorCode.INVALID_INPUT)
        .body("field", equalTo("count"))
        .body("detail", equalTo("-5 is not a count"));
  }

  @Test
  void aDefectTellsNothingOfTheInsideButCanBeFoundInTheLog() {
    isProblem(given().get("/test/problems/defect").then(), ErrorCode.INTERNAL_ERROR)
        .body("instance", startsWith("urn:uuid:"))
        .body("detail", not(containsString("secret")));
  }

  private static ValidatableResponse post(String json) {
    return given().contentType("application/json").body(json).post("/test/problems").then();
  }

  private static ValidatableResponse isProblem(ValidatableResponse response, ErrorCode code) {
    return response
        .statusCode(code.status())
        .contentType(startsWith("application/problem+json"))
        .body("code", equalTo(code.code()))
        .body("status", equalTo(code.status()))
        .body("title", equalTo(code.title()))
        .body("detail", notNullValue())
        .body(not(containsString("Exception")))
        .body(not(containsString("dev.plumbline")))
        .body(not(containsString("jackson")));
  }
}
