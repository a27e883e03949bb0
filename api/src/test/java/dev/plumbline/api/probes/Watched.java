package dev.plumbline.api.probes;

import dev.plumbline.api.access.TestCallers;
import dev.plumbline.api.providers.simulator.OpenAiSimulator;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** An organisation of its own with an account at a simulated provider, driven as callers do. */
public final class Watched {

  public static final String MODEL = "gpt-4o-2024-08-06";
  public static final String CONTROL = "gpt-4.1-2025-04-14";

  private final Supplier<RequestSpecification> admin =
      TestCallers.administratorOfANewOrganisation();
  private final OpenAiSimulator simulator;
  private final String account;

  public Watched(OpenAiSimulator simulator) {
    this.simulator = simulator;
    simulator.account().add(MODEL);
    simulator.account().add(CONTROL);
    String key =
        post(
            "/credentials",
            Map.of(
                "name",
                "K",
                "kind",
                "provider",
                "provider",
                "openai",
                "secret",
                simulator.account().key()));
    this.account =
        post(
            "/provider-accounts",
            Map.of(
                "name",
                "A",
                "provider",
                "openai",
                "base_url",
                simulator.base(),
                "credential",
                key));
  }

  public RequestSpecification admin() {
    return admin.get();
  }

  public String account() {
    return account;
  }

  private String post(String path, Map<String, ?> body) {
    return admin
        .get()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/api/v1" + path)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  public static Map<String, String> arm(String name, String role, String account, String model) {
    return Map.of("name", name, "role", role, "account", account, "model", model);
  }

  /** What a caller sends to watch the model beside its control. */
  public Map<String, Object> wanted(String perMonth) {
    return Map.of(
        "name",
        "Triage",
        "budget_per_month",
        perMonth,
        "false_pages_per_year",
        "0.1",
        "calls_per_minute",
        6000,
        "arms",
        List.of(
            arm("production", "subject", account, MODEL),
            arm("control", "control", account, CONTROL)));
  }

  /** A target that is asked. */
  public UUID started(String perMonth) {
    String id = post("/drift/targets", wanted(perMonth));
    admin.get().post("/api/v1/drift/targets/" + id + "/start").then().statusCode(200);
    return UUID.fromString(id);
  }

  public OpenAiSimulator simulator() {
    return simulator;
  }
}
