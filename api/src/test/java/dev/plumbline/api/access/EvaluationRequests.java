package dev.plumbline.api.access;

import static java.util.Map.entry;

import dev.plumbline.api.access.RouteRequests.Maker;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How the routes of evaluations are asked. */
final class EvaluationRequests {

  private static final String MODELS = "/api/v1/models/";

  private EvaluationRequests() {}

  static Map<String, Maker> makers() {
    return Map.ofEntries(
        entry("GET /api/v1/models/{id}/losses", () -> Ask.get(MODELS + model() + "/losses")),
        entry(
            "POST /api/v1/models/{id}/losses",
            () -> new Ask("POST", MODELS + model() + "/losses", "text/csv", losses())),
        entry("GET /api/v1/models/{id}/hold-outs", () -> Ask.get(MODELS + model() + "/hold-outs")),
        entry(
            "POST /api/v1/models/{id}/hold-outs",
            () -> Ask.json("POST", MODELS + model() + "/hold-outs", holdOut())),
        entry("POST /api/v1/quality", () -> Ask.json("POST", "/api/v1/quality", grades())),
        entry("GET /models/{id}/evaluation", () -> Ask.get("/models/" + model() + "/evaluation")),
        entry("POST /models/{id}/evaluation", EvaluationRequests::upload));
  }

  /** One with so few result files that another one fits. */
  private static String model() {
    return Made.once(
        "evaluated model", () -> Made.id("/api/v1/models", RegistryRequests.newModel()));
  }

  /** Another file each time: the same one again changes nothing. */
  private static String losses() {
    return "step,train_loss,valid_loss\n1,%s,0.5\n".formatted(Math.random());
  }

  private static String holdOut() {
    String pairs =
        IntStream.range(0, 50)
            .mapToObj("{\"row\":\"r%d\",\"reference\":0,\"candidate\":1}"::formatted)
            .collect(Collectors.joining(","));
    return "{\"name\":\"matrix\",\"reference_model\":\"gpt-4o\",\"training_sha256\":\"%s\",\"pairs\":[%s]}"
        .formatted("a".repeat(64), pairs);
  }

  private static String grades() {
    return "{\"grades\":[{\"id\":\"%s\",\"provider\":\"openai\",\"model\":\"matrix\",\"at\":\"%s\",\"passed\":true}]}"
        .formatted(UUID.randomUUID(), Instant.now());
  }

  private static Ask upload() {
    String body =
        "--plumbline\r\nContent-Disposition: form-data; name=\"file\"; filename=\"results.csv\"\r\n\r\n"
            + losses()
            + "\r\n--plumbline--\r\n";
    return new Ask(
        "POST",
        "/models/" + model() + "/evaluation",
        "multipart/form-data; boundary=plumbline",
        body);
  }
}
