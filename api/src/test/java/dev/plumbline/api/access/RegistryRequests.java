package dev.plumbline.api.access;

import static java.util.Map.entry;

import dev.plumbline.api.access.RouteRequests.Maker;
import java.util.Map;
import java.util.UUID;

/** How the routes of models, deployments and consumers are asked. */
final class RegistryRequests {

  private static final String MODELS = "/api/v1/models";
  private static final String CONSUMERS = "/api/v1/consumers";
  private static final String DEPLOYMENTS = "/api/v1/deployments";
  private static final String EVIDENCE = "/api/v1/model-evidence";

  private RegistryRequests() {}

  static Map<String, Maker> makers() {
    return Map.ofEntries(
        entry("POST /api/v1/models", () -> Ask.json("POST", MODELS, newModel())),
        entry("GET /api/v1/models/{id}", () -> Ask.get(MODELS + "/" + model())),
        entry(
            "PATCH /api/v1/models/{id}",
            () -> Ask.json("PATCH", MODELS + "/" + model(), "{\"owner\":\"Ada\"}")),
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
            () -> Ask.json("PATCH", CONSUMERS + "/" + consumer(), "{\"owner\":\"Ada\"}")),
        entry("POST /api/v1/deployments", () -> Ask.json("POST", DEPLOYMENTS, newDeployment())),
        entry("GET /api/v1/deployments/{id}", () -> Ask.get(DEPLOYMENTS + "/" + deployment())),
        entry(
            "DELETE /api/v1/deployments/{id}", () -> Ask.delete(DEPLOYMENTS + "/" + deployment())),
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

  static String newModel() {
    return "{\"model\":\"ft:gpt-4o-2024-08-06:matrix::%s\"}"
        .formatted(UUID.randomUUID().toString().replace("-", ""));
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
