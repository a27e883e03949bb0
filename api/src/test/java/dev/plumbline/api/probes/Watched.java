package dev.plumbline.api.probes;

import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;

import dev.plumbline.api.access.TestCallers;
import dev.plumbline.api.identity.Role;
import dev.plumbline.api.organisations.Organisation;
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

  private final TestCallers.People people = new TestCallers.People();
  private final Supplier<RequestSpecification> admin = people.signedIn(Role.ADMIN);
  private final OpenAiSimulator simulator;
  private final String account;

  public Watched(OpenAiSimulator simulator) {
    this.simulator = simulator;
    simulator.account().add(MODEL);
    simulator.account().add(CONTROL);
    this.account = account("openai", simulator);
  }

  /** One more account, of the provider's name. */
  public String account(String provider, OpenAiSimulator at) {
    String key =
        post(
            "/credentials",
            Map.of(
                "name",
                "K " + provider,
                "kind",
                "provider",
                "provider",
                provider,
                "secret",
                at.account().key()));
    return post(
        "/provider-accounts",
        Map.of("name", provider, "provider", provider, "base_url", at.base(), "credential", key));
  }

  /** A deployment of the account at Azure is in the registry. */
  public void deployed(String name, String model) {
    post(
        "/deployments",
        Map.of("provider", "azure", "account", "azure", "name", name, "model", model));
  }

  public RequestSpecification admin() {
    return admin.get();
  }

  public Organisation organisation() {
    return people.organisation();
  }

  public String account() {
    return account;
  }

  /** Somewhere to send alerts. */
  public void channel(Map<String, ?> channel) {
    post("/channels", channel);
  }

  /** A suite of one's own. */
  public String suite(String lines) {
    return post("/probe-suites", Map.of("name", "tasks", "lines", lines));
  }

  private String post(String path, Map<String, ?> body) {
    return admin
        .get()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/api/v1" + path)
        .then()
        .statusCode(anyOf(is(200), is(201)))
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
    return started(wanted(perMonth));
  }

  /** The same of another wish. */
  public UUID started(Map<String, Object> wanted) {
    String id = post("/drift/targets", wanted);
    admin.get().post("/api/v1/drift/targets/" + id + "/start").then().statusCode(200);
    return UUID.fromString(id);
  }

  public OpenAiSimulator simulator() {
    return simulator;
  }
}
