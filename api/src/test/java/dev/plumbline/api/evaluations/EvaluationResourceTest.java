package dev.plumbline.api.evaluations;

import static dev.plumbline.api.access.TestCallers.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import dev.plumbline.api.access.TestCaller;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Losses and hold-outs of a registered fine-tune over HTTP. */
@QuarkusTest
class EvaluationResourceTest {

  private static final String HASH = "ab".repeat(32);

  @Test
  void aResultFileIsKeptOnceAndReviewed() {
    String model = model("");
    String file =
        IntStream.rangeClosed(1, 50)
            .mapToObj(i -> "%d,%s,%s".formatted(i, 1.0 / i, .5 + Math.abs(i - 20) / 100.0))
            .collect(Collectors.joining("\n", "step,train_loss,valid_loss\n", "\n"));

    String id = losses(model, file).statusCode(201).extract().path("id");
    losses(model, file)
        .statusCode(201)
        .body("id", equalTo(id))
        .body("best_step", is(20))
        .body("points", hasSize(50))
        .body("findings.code", equalTo(List.of("OVER_FITTED")));

    given().get("/api/v1/models/" + model + "/losses").then().body("losses", hasSize(1));
    String page = page(model);
    assertThat(page)
        .contains("use the checkpoint nearest to step 20")
        .contains("lowest validation loss, step 20")
        .contains("data-chart=\"lines\"");
    assertThat(as(TestCaller.VIEWER).get("/models/" + model).asString())
        .contains("Result files: 1, hold-outs: 0.");
  }

  @Test
  void aFileThatIsNoneNamesLineAndField() {
    losses(model(""), "step,train_loss\n1,2\nlast,1\n")
        .statusCode(400)
        .body("field", equalTo("file"))
        .body("detail", containsString("results.csv:3 step"));
  }

  @Test
  void aLossThatIsNoNumberIsAFindingAndAGap() {
    losses(model(""), "step,train_loss\n1,2.5\n2,NaN\n3,1.5\n")
        .statusCode(201)
        .body("findings.code", equalTo(List.of("LOSS_NOT_FINITE", "NO_VALIDATION")))
        .body("points[1].train_loss", equalTo(null));
  }

  @Test
  void aHoldOutIsTestedAndItsLeaksDoNotCount() {
    String model = model("");
    holdOut(model, HASH, List.of("gain0", "gain1"), pairs(60, 22, 6, 14))
        .statusCode(201)
        .body("rows", is(100))
        .body("leaked", equalTo(List.of("gain0", "gain1")))
        .body("reference.passes", is(66))
        .body("candidate.passes", is(80))
        .body("difference", closeTo14())
        .body("outcome", equalTo("non_inferior"))
        .body("findings.code", equalTo(List.of("LEAKED_ROWS")));

    assertThat(page(model))
        .containsPattern("\\d\\d:\\d\\d UTC by ")
        .contains("+14.0 points")
        .contains("2 leaked")
        .contains("no worse");
  }

  @Test
  void fewerThanFiftyRowsOrNoFileToLookForLeaksAreRefused() {
    String model = model("");
    holdOut(model, HASH, List.of(), pairs(49, 0, 0, 0))
        .statusCode(400)
        .body("field", equalTo("pairs"))
        .body("detail", containsString("at least 50"));
    holdOut(model, "none", List.of(), pairs(60, 0, 0, 0))
        .statusCode(400)
        .body("field", equalTo("training_sha256"));
    holdOut(model, HASH, List.of(), "{\"row\":\"a\",\"reference\":2,\"candidate\":0}")
        .statusCode(400)
        .body("field", equalTo("pairs[0]"));
  }

  @Test
  void leaksMustHaveBeenLookedForInTheFileItWasTrainedOn() {
    String model =
        model(",\"run\":{\"dataset\":{\"hash\":\"sha256:%s\"}}".formatted("cd".repeat(32)));

    holdOut(model, HASH, List.of(), pairs(60, 0, 0, 0))
        .statusCode(409)
        .body("detail", containsString("another file"));
    holdOut(model, "cd".repeat(32), List.of(), pairs(60, 0, 0, 0)).statusCode(201);
  }

  @Test
  void anotherOrganisationSeesNothingOfIt() {
    String model = model("");
    losses(model, "step,train_loss\n1,2\n");

    as(TestCaller.OTHER_ADMIN).get("/api/v1/models/" + model + "/losses").then().statusCode(404);
  }

  @Test
  void anEmptyPageSaysWhatToDo() {
    assertThat(page(model("")))
        .contains("plumbline evaluate hold-out")
        .contains("/api/v1/quality")
        .contains("No result file yet");
  }

  private static org.hamcrest.Matcher<Float> closeTo14() {
    return new org.hamcrest.CustomTypeSafeMatcher<>("about .14") {
      @Override
      protected boolean matchesSafely(Float value) {
        return closeTo(.14, 1e-6).matches(value.doubleValue());
      }
    };
  }

  private static String model(String more) {
    return given()
        .contentType("application/json")
        .body(
            "{\"model\":\"ft:gpt-4o-2024-08-06:acme::%s\"%s}"
                .formatted(UUID.randomUUID().toString().replace("-", ""), more))
        .post("/api/v1/models")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static ValidatableResponse losses(String model, String file) {
    return given()
        .contentType("text/csv")
        .body(file)
        .post("/api/v1/models/" + model + "/losses")
        .then();
  }

  private static ValidatableResponse holdOut(
      String model, String hash, List<String> leaked, String pairs) {
    return given()
        .contentType("application/json")
        .body(
            "{\"name\":\"November\",\"reference_model\":\"gpt-4o-2024-08-06\",\"training_sha256\":\"%s\",\"leaked\":%s,\"pairs\":[%s]}"
                .formatted(hash, leaked.stream().map(each -> "\"" + each + "\"").toList(), pairs))
        .post("/api/v1/models/" + model + "/hold-outs")
        .then();
  }

  private static String pairs(int both, int gains, int losses, int none) {
    return String.join(
            ",",
            some("both", both, 1, 1),
            some("gain", gains, 0, 1),
            some("loss", losses, 1, 0),
            some("none", none, 0, 0))
        .replaceAll(",+", ",")
        .replaceAll("^,|,$", "");
  }

  private static String some(String name, int count, int reference, int candidate) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                "{\"row\":\"%s%d\",\"reference\":%d,\"candidate\":%d}"
                    .formatted(name, i, reference, candidate))
        .collect(Collectors.joining(","));
  }

  private static String page(String model) {
    return as(TestCaller.VIEWER)
        .get("/models/" + model + "/evaluation")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }
}
