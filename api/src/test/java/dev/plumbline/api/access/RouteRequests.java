package dev.plumbline.api.access;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;

import dev.plumbline.api.scenarios.ExampleScenario;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * How each route is asked so that whoever is allowed gets an answer of success. A route that only
 * reads and has no id in its path needs nothing here.
 */
final class RouteRequests {

  private static final String SCENARIO =
      "/break-even?at=2025-06-01"; // the first page's example, on a day with a verdict
  private static final String ROW =
      "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"},{\"role\":\"assistant\",\"content\":\"Ho\"}]}\n";
  private static final String QUICK_SCENARIO =
      ExampleScenario.TEXT.replace("\"points\": 1024", "\"points\": 2");
  private static final String COST =
      "{\"model\":\"gpt-4o-mini-2024-07-18\",\"at\":\"2026-11-20T00:00:00Z\",\"output_tokens\":1}";

  /** Makes a request of its own each time: what was ended once cannot be ended again. */
  interface Maker {
    Ask make();
  }

  private static final Map<String, Maker> MAKERS =
      Map.ofEntries(
          entry("GET /break-even/curve.csv", () -> Ask.get(scenario("/curve.csv"))),
          entry("GET /break-even/assumptions.csv", () -> Ask.get(scenario("/assumptions.csv"))),
          entry(
              "GET /api/v1/break-even",
              () ->
                  Ask.get(
                      "/api/v1/break-even?model=gpt-4o-2024-08-06&static_base=6000&static_tuned=200"
                          + "&input_base=800&output_base=200&volume=100000&rows=800"
                          + "&row_tokens=1200&epochs=3&at=2026-01-14")),
          entry(
              "POST /api/v1/break-even",
              () -> Ask.json("POST", "/api/v1/break-even", QUICK_SCENARIO)),
          entry("POST /api/v1/cost", () -> Ask.json("POST", "/api/v1/cost", COST)),
          entry(
              "POST /api/v1/cost/batch",
              () -> Ask.json("POST", "/api/v1/cost/batch", "{\"requests\":[" + COST + "]}")),
          entry(
              "POST /api/v1/datasets",
              () ->
                  new Ask(
                      "POST",
                      "/api/v1/datasets?model=gpt-3.5-turbo-0125&wait=20",
                      "application/jsonl",
                      ROW)),
          entry("GET /api/v1/datasets/{id}", () -> Ask.get("/api/v1/datasets/" + dataset())),
          entry("GET /api/v1/estimates", () -> Ask.get("/api/v1/estimates?dataset=" + dataset())),
          entry(
              "POST /api/v1/estimates",
              () -> Ask.json("POST", "/api/v1/estimates", "{\"dataset\":\"" + dataset() + "\"}")),
          entry("POST /estimate", RouteRequests::uploadForm),
          entry("GET /estimate/{id}", () -> Ask.get("/estimate/" + dataset())),
          entry(
              "GET /estimate/{id}/findings.csv",
              () -> Ask.get("/estimate/" + dataset() + "/findings.csv")),
          entry("GET /prices/{id}", () -> Ask.get("/prices/" + price())),
          entry("GET /api/v1/prices/{id}", () -> Ask.get("/api/v1/prices/" + price())),
          entry(
              "GET /api/v1/prices/history",
              () -> Ask.get("/api/v1/prices/history?model=gpt-4o-2024-08-06")),
          entry(
              "POST /api/v1/prices/overrides",
              () -> Ask.json("POST", "/api/v1/prices/overrides", override())),
          entry(
              "GET /api/v1/prices/overrides/{id}",
              () ->
                  Ask.get(
                      "/api/v1/prices/overrides/"
                          + Made.once("override", RouteRequests::newOverride))),
          entry(
              "DELETE /api/v1/prices/overrides/{id}",
              () -> Ask.delete("/api/v1/prices/overrides/" + newOverride())));

  /** One line for each feature, so that two features seldom touch the same one. */
  private static final List<Map<String, Maker>> ALL =
      List.of(
          MAKERS,
          OrganisationRequests.makers(),
          DoorRequests.makers(),
          AlertRequests.makers(),
          EvaluationRequests.makers(),
          CalendarRequests.makers(),
          PlanRequests.makers(),
          RegistryRequests.makers(),
          ProviderRequests.makers(),
          DriftRequests.makers(),
          SettingsRequests.makers());

  private RouteRequests() {}

  /** Empty for a route that needs more than its path and has no maker yet. */
  static Optional<Ask> of(Route route) {
    for (Map<String, Maker> makers : ALL) {
      if (makers.containsKey(route.toString())) {
        return Optional.of(makers.get(route.toString()).make());
      }
    }
    return route.method().equals("GET") && !route.hasId()
        ? Optional.of(Ask.get(route.path()))
        : Optional.empty();
  }

  private static String scenario(String file) {
    return SCENARIO.replace("?", file + "?");
  }

  private static Ask uploadForm() {
    String boundary = "plumbline";
    String body =
        part("model", "", "gpt-3.5-turbo-0125")
            + part("file", "; filename=\"train.jsonl\"", ROW)
            + "--plumbline--\r\n";
    return new Ask("POST", "/estimate", "multipart/form-data; boundary=" + boundary, body);
  }

  private static String part(String name, String file, String content) {
    return "--plumbline\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n"
        .formatted(name, file, content);
  }

  private static String override() {
    return "{\"model\":\"matrix-%s\",\"discount_percent\":\"1\",\"reason\":\"matrix\"}"
        .formatted(UUID.randomUUID());
  }

  private static String newOverride() {
    return Made.id("/api/v1/prices/overrides", override());
  }

  private static String price() {
    return Made.once(
        "price", () -> given().get("/api/v1/prices?size=1").then().extract().path("prices[0].id"));
  }

  private static String dataset() {
    return Made.once(
        "dataset",
        () ->
            given()
                .contentType("application/jsonl")
                .body(ROW.repeat(10).getBytes(UTF_8))
                .post("/api/v1/datasets?model=gpt-3.5-turbo-0125&wait=20")
                .then()
                .statusCode(200)
                .extract()
                .path("id"));
  }
}
