package dev.plumbline.api.access;

import static io.restassured.RestAssured.given;
import static java.util.Map.entry;

import dev.plumbline.api.access.RouteRequests.Maker;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** How the routes of models, deployments and consumers are asked. */
final class RegistryRequests {

  private static final String MODELS = "/api/v1/models";
  private static final String CONSUMERS = "/api/v1/consumers";
  private static final String DEPLOYMENTS = "/api/v1/deployments";
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final String PINS = "/api/v1/pins";
  private static final String EVIDENCE = "/api/v1/model-evidence";

  private RegistryRequests() {}

  static Map<String, Maker> makers() {
    Map<String, Maker> makers = new HashMap<>(registry());
    makers.putAll(pins());
    makers.putAll(pages());
    return makers;
  }

  private static Map<String, Maker> registry() {
    return Map.ofEntries(
        entry("POST /api/v1/models", () -> Ask.json("POST", MODELS, newModel())),
        entry("GET /api/v1/models/{id}", () -> Ask.get(MODELS + "/" + model())),
        entry(
            "PATCH /api/v1/models/{id}", () -> Ask.json("PATCH", MODELS + "/" + model(), owned())),
        entry(
            "POST /api/v1/models/{id}/state",
            () ->
                Ask.json(
                    "POST",
                    MODELS + "/" + Made.id(MODELS, newModel()) + "/state",
                    "{\"name\":\"serving\"}")),
        entry("POST /api/v1/consumers", () -> Ask.json("POST", CONSUMERS, newConsumer())),
        entry("GET /api/v1/consumers/{id}", () -> Ask.get(CONSUMERS + "/" + consumer())),
        entry(
            "PATCH /api/v1/consumers/{id}",
            () -> Ask.json("PATCH", CONSUMERS + "/" + consumer(), owned())),
        entry("POST /api/v1/deployments", () -> Ask.json("POST", DEPLOYMENTS, newDeployment())),
        entry("GET /api/v1/deployments/{id}", () -> Ask.get(DEPLOYMENTS + "/" + deployment())),
        entry(
            "DELETE /api/v1/deployments/{id}",
            () -> Ask.delete(DEPLOYMENTS + "/" + Made.id(DEPLOYMENTS, newDeployment()))),
        entry(
            "GET /api/v1/model-evidence",
            () -> Ask.get(EVIDENCE + "?provider=openai&model=gpt-4o-2024-08-06")),
        entry(
            "POST /api/v1/model-evidence",
            () ->
                Ask.json(
                    "POST",
                    EVIDENCE,
                    "{\"provider\":\"openai\",\"model\":\"m\",\"kind\":\"baseline\",\"reference\":\"r\"}")));
  }

  private static Map<String, Maker> pins() {
    return Map.ofEntries(
        entry("GET /api/v1/pins/history", () -> Ask.get(PINS + "/history?consumer=" + consumer())),
        entry("POST /api/v1/pins", () -> Ask.json("POST", PINS, newPin())),
        entry("POST /api/v1/pins/check", () -> Ask.json("POST", PINS + "/check", newPin())),
        entry("DELETE /api/v1/pins", RegistryRequests::endedPin),
        entry(
            "PUT /api/v1/pin-policies/{environment}",
            () ->
                Ask.json(
                    "PUT",
                    "/api/v1/pin-policies/staging",
                    "{\"base_lives_days\":%d}".formatted(1 + NUMBER.incrementAndGet() % 3000))),
        entry(
            "POST /api/v1/pin-waivers", () -> Ask.json("POST", "/api/v1/pin-waivers", newWaiver())),
        entry(
            "DELETE /api/v1/pin-waivers/{id}",
            () -> Ask.delete("/api/v1/pin-waivers/" + Made.id("/api/v1/pin-waivers", newWaiver()))),
        entry(
            "POST /consumers/policies",
            () ->
                form(
                    "/consumers/policies",
                    "environment=staging&base_lives_days="
                        + (1 + NUMBER.incrementAndGet() % 3000))),
        entry(
            "POST /consumers/policies/waivers",
            () ->
                form(
                    "/consumers/policies/waivers",
                    "rule=base_lives&environment=staging&owner=O&reason=R&expires="
                        + LocalDate.now(ZoneOffset.UTC).plusDays(9))),
        entry(
            "POST /consumers/policies/waivers/{id}",
            () ->
                form(
                    "/consumers/policies/waivers/" + Made.id("/api/v1/pin-waivers", newWaiver()),
                    "")),
        entry(
            "POST /consumers/pins",
            () -> form("/consumers/pins", "consumer=" + consumer() + "&model=" + name())),
        entry(
            "POST /consumers",
            () ->
                form(
                    "/consumers",
                    "owner=O&contact=C&criticality=low&environment=development&application="
                        + UUID.randomUUID())));
  }

  private static Map<String, Maker> pages() {
    return Map.ofEntries(
        entry(
            "POST /deployments",
            () ->
                form(
                    "/deployments",
                    "provider=azure&account=matrix&model=gpt-4o-2024-08-06&name="
                        + UUID.randomUUID())),
        entry(
            "POST /deployments/{id}",
            () -> form("/deployments/" + Made.id(DEPLOYMENTS, newDeployment()), "action=remove")),
        entry("GET /models/{id}", () -> Ask.get("/models/" + model())),
        entry("GET /models/{id}/edit", () -> Ask.get("/models/" + model() + "/edit")),
        entry("POST /models/{id}", () -> form("/models/" + model(), "owner=" + UUID.randomUUID())),
        entry(
            "POST /models/{id}/state",
            () -> form("/models/" + Made.id(MODELS, newModel()) + "/state", "name=serving")),
        entry(
            "POST /models",
            () ->
                form(
                    "/models",
                    "model=ft:gpt-4o-2024-08-06:matrix::"
                        + UUID.randomUUID().toString().replace("-", ""))));
  }

  private static Ask form(String path, String body) {
    return new Ask("POST", path, "application/x-www-form-urlencoded", body);
  }

  /** Development has no policy, and another model each time is a change each time. */
  private static String newPin() {
    return "{\"consumer\":\"%s\",\"model\":\"%s\"}".formatted(consumer(), name());
  }

  private static Ask endedPin() {
    String consumer = Made.id(CONSUMERS, newConsumer());
    given()
        .contentType("application/json")
        .body("{\"consumer\":\"%s\",\"model\":\"gpt-4o\"}".formatted(consumer))
        .post(PINS)
        .then()
        .statusCode(200);
    return Ask.delete(PINS + "?consumer=" + consumer);
  }

  private static String owned() {
    return "{\"owner\":\"%s\"}".formatted(UUID.randomUUID());
  }

  private static String name() {
    return "ft:gpt-4o-2024-08-06:matrix::" + UUID.randomUUID().toString().replace("-", "");
  }

  private static String newWaiver() {
    return "{\"rule\":\"base_lives\",\"environment\":\"staging\",\"owner\":\"O\",\"reason\":\"R\",\"expires_at\":\"%s\"}"
        .formatted(java.time.Instant.now().plusSeconds(86_400));
  }

  static String newModel() {
    return "{\"model\":\"%s\"}".formatted(name());
  }

  static String model() {
    return Made.once("model", () -> Made.id(MODELS, newModel()));
  }

  private static String newConsumer() {
    return "{\"application\":\"%s\",\"owner\":\"O\",\"contact\":\"C\",\"criticality\":\"low\",\"environment\":\"development\"}"
        .formatted(Made.name());
  }

  static String consumer() {
    return Made.once("consumer", () -> Made.id(CONSUMERS, newConsumer()));
  }

  private static String newDeployment() {
    return "{\"provider\":\"azure\",\"account\":\"matrix\",\"name\":\"%s\",\"model\":\"gpt-4o-2024-08-06\"}"
        .formatted(Made.name());
  }

  private static String deployment() {
    return Made.once("deployment", () -> Made.id(DEPLOYMENTS, newDeployment()));
  }
}
