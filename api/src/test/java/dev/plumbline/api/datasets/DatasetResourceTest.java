package dev.plumbline.api.datasets;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DatasetResourceTest {

  private static final String MODEL = "gpt-3.5-turbo-0125";

  @Test
  void aBodyIsReadAndItsEstimateNamesThePriceRows() {
    String id = done(upload(rows(12)).then()).extract().path("id");

    // every row: 2 messages * (3 + 1 role) + "Hi" 1 + "Ho" 1 = 10 tokens, 12 rows, 3 * 12 < 100,
    // so 100 / 12 = 8 epochs: 960 tokens at 8 dollars a million
    given()
        .queryParam("dataset", id)
        .queryParam("at", "2025-01-01")
        .get("/api/v1/estimates")
        .then()
        .statusCode(200)
        .body("status", equalTo("priced"))
        .body("epochs", equalTo(8))
        .body("trained_tokens", equalTo(960))
        .body("cost.amount", equalTo("0.00768"))
        .body("cost.lines[0].price_row", notNullValue())
        .body("cost.lines[0].source", containsString("OpenAI"));
  }

  @Test
  void otherEpochsAndRunsNeedNoSecondUpload() {
    String id = done(upload(rows(12)).then()).extract().path("id");

    given()
        .contentType("application/json")
        .body("{\"dataset\":\"%s\",\"epochs\":2,\"runs\":5,\"at\":\"2025-01-01\"}".formatted(id))
        .post("/api/v1/estimates")
        .then()
        .statusCode(200)
        .body("trained_tokens", equalTo(12 * 10 * 2 * 5))
        .body("epochs_reason", equalTo("as asked"));
  }

  @Test
  void gzipIsReadLikeItsContent() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(rows(12).getBytes(StandardCharsets.UTF_8));
    }
    done(given()
            .queryParam("model", MODEL)
            .queryParam("wait", 20)
            .contentType("application/gzip")
            .body(packed.toByteArray())
            .post("/api/v1/datasets")
            .then())
        .body("training.rows", equalTo(12))
        .body("training.tokens_per_epoch", equalTo(120));
  }

  @Test
  void aFormTakesAValidationFileAndFindsItsRowsInTheTrainingFile() {
    done(given()
            .multiPart("file", "train.jsonl", rows(12).getBytes(StandardCharsets.UTF_8))
            .multiPart("validation", "check.jsonl", rows(1).getBytes(StandardCharsets.UTF_8))
            .multiPart("model", MODEL)
            .multiPart("wait", "20")
            .post("/api/v1/datasets")
            .then())
        .body("file", equalTo("train.jsonl"))
        .body("validation.file", equalTo("check.jsonl"))
        .body("validation.findings.code", hasItem("SPLIT_LEAK"));
  }

  @Test
  void aBadLineIsNamedAndTheRestIsRead() {
    done(upload(rows(11) + "{\"oops\n").then())
        .body("training.rows", equalTo(11))
        .body("training.findings.find { it.code == 'JSONL_SHAPE' }.line", equalTo(12))
        .body("training.findings.find { it.code == 'JSONL_SHAPE' }.remedy", notNullValue());
  }

  @Test
  void whoDoesNotWaitIsToldWhereToLook() {
    String location =
        given()
            .queryParam("model", MODEL)
            .contentType("application/jsonl")
            .body(rows(12).getBytes(StandardCharsets.UTF_8))
            .post("/api/v1/datasets")
            .then()
            .header("Location", containsString("/api/v1/datasets/"))
            .extract()
            .header("Location");
    given().get(location).then().statusCode(200).body("file", equalTo("dataset.jsonl"));
  }

  @Test
  void foldersAndControlCharactersAreCutFromNames() {
    done(given()
            .queryParam("model", MODEL)
            .queryParam("wait", 20)
            .queryParam("name", "../../etc/pass\u0007wd")
            .contentType("application/jsonl")
            .body(rows(2).getBytes(StandardCharsets.UTF_8))
            .post("/api/v1/datasets")
            .then())
        .body("file", equalTo("passwd"));
  }

  @Test
  void whatCannotBeReadIsRefusedWithItsField() {
    refused(
        given()
            .contentType("application/jsonl")
            .body("{}".getBytes(StandardCharsets.UTF_8))
            .post("/api/v1/datasets"),
        "model");
    refused(
        given()
            .queryParam("model", "no such model")
            .contentType("application/jsonl")
            .body("{}".getBytes(StandardCharsets.UTF_8))
            .post("/api/v1/datasets"),
        "model");
    refused(
        given()
            .queryParam("model", MODEL)
            .contentType("application/jsonl")
            .post("/api/v1/datasets"),
        "file");
    refused(
        given()
            .queryParam("model", MODEL)
            .queryParam("wait", 999)
            .contentType("application/jsonl")
            .body("{}".getBytes(StandardCharsets.UTF_8))
            .post("/api/v1/datasets"),
        "wait");
    refused(given().get("/api/v1/estimates"), "dataset");
  }

  @Test
  void anUnknownDatasetIsNotFoundAndSaysHowLongResultsAreKept() {
    given()
        .get("/api/v1/datasets/unknown")
        .then()
        .statusCode(404)
        .body("remedy", containsString("two hours"));
  }

  @Test
  void trainingThatHasEndedIsBlockedAndHasNoCost() {
    String id =
        done(given()
                .queryParam("model", "gpt-4o-2024-08-06")
                .queryParam("wait", 20)
                .contentType("application/jsonl")
                .body(rows(12).getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/datasets")
                .then())
            .extract()
            .path("id");
    given()
        .queryParam("dataset", id)
        .queryParam("at", "2028-01-01")
        .get("/api/v1/estimates")
        .then()
        .statusCode(200)
        .body("status", equalTo("blocked"))
        .body("cost", equalTo(null))
        .body("plan_findings.severity", hasItem("blocker"));
  }

  private static io.restassured.response.Response upload(String rows) {
    return given()
        .queryParam("model", MODEL)
        .queryParam("wait", 20)
        .contentType("application/jsonl")
        .body(rows.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/datasets");
  }

  private static ValidatableResponse done(ValidatableResponse response) {
    return response
        .statusCode(200)
        .header("Location", containsString("/api/v1/datasets/"))
        .body("status", equalTo("done"));
  }

  private static void refused(io.restassured.response.Response response, String field) {
    response
        .then()
        .statusCode(400)
        .contentType(startsWith("application/problem+json"))
        .body("field", equalTo(field));
  }

  private static String rows(int count) {
    return """
    {"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Ho"}]}
    """
        .repeat(count);
  }
}
