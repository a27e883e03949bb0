package dev.plumbline.api.access;

import static java.util.Map.entry;

import dev.plumbline.api.access.RouteRequests.Maker;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How the routes of exit plans and changes of model are asked. */
final class PlanRequests {

  private static final String CHANGES = "/api/v1/changes";
  private static final String EVIDENCE = "{\"name\":\"evaluation\"}";
  private static final String WAIVER =
      "{\"objection\":\"rollback_ends_soon\",\"reason\":\"matrix\",\"expires\":\"2999-01-01\"}";
  private static final String REASON = "{\"reason\":\"matrix\"}";

  private static final String PLANS = "/api/v1/exit-plans";
  private static final String GOLDEN = "{\"count\":2,\"sha256\":\"%s\"}".formatted("ab".repeat(32));
  private static final String CHOICE = "{\"candidate\":\"c1\",\"reason\":\"matrix\"}";
  private static final String DONE = "{\"action\":\"done\"}";
  private static final String CLOSURE =
      "{\"last_call\":\"log\",\"gone_on\":\"2026-11-21\",\"hosting_deleted\":true,\"retention\":\"hash\"}";

  private PlanRequests() {}

  static Map<String, Maker> makers() {
    return Map.ofEntries(
        entry(
            "POST /exit-plans",
            () -> form("/exit-plans", "provider=local&model=m-" + UUID.randomUUID())),
        entry(
            "GET /exit-plans/{id}",
            () -> Ask.get("/exit-plans/" + Made.once("plan", PlanRequests::newPlan))),
        entry(
            "POST /exit-plans/{id}",
            () -> form("/exit-plans/" + newPlan(), "do=golden&count=2&sha256=" + "ab".repeat(32))),
        entry("POST /api/v1/exit-plans", () -> Ask.json("POST", PLANS, plan())),
        entry(
            "GET /api/v1/exit-plans/{id}",
            () -> Ask.get(PLANS + "/" + Made.once("plan", PlanRequests::newPlan))),
        entry(
            "PUT /api/v1/exit-plans/{id}/facts",
            () -> put(newPlan(), "facts", "{\"monthly_spend\":\"7\"}")),
        entry(
            "POST /api/v1/exit-plans/{id}/candidates",
            () -> post(newPlan(), "candidates", "{\"route\":\"stop\"}")),
        entry(
            "DELETE /api/v1/exit-plans/{id}/candidates/{candidate}",
            () -> Ask.delete(PLANS + "/" + newPlan() + "/candidates/c1")),
        entry("PUT /api/v1/exit-plans/{id}/golden-set", () -> put(newPlan(), "golden-set", GOLDEN)),
        entry("PUT /api/v1/exit-plans/{id}/choice", () -> put(recorded(), "choice", CHOICE)),
        entry(
            "POST /api/v1/exit-plans/{id}/steps",
            () -> post(newPlan(), "steps", "{\"title\":\"own\",\"due\":\"2026-12-01\"}")),
        entry(
            "POST /api/v1/exit-plans/{id}/steps/{step}",
            () -> post(newPlan(), "steps/evaluate", DONE)),
        entry("POST /api/v1/exit-plans/{id}/evidence", () -> post(newPlan(), "evidence", EVIDENCE)),
        entry("PUT /api/v1/exit-plans/{id}/switch", () -> put(approvedPlan(), "switch", "{}")),
        entry("PUT /api/v1/exit-plans/{id}/closure", () -> put(switchedPlan(), "closure", CLOSURE)),
        entry(
            "POST /changes",
            () ->
                form(
                    "/changes",
                    "place=matrix&provider=local&from=m-1&to=m-2&reason=R&switch_date=2026-12-01")),
        entry("GET /changes/{id}", () -> Ask.get("/changes/" + newChange())),
        entry(
            "POST /changes/{id}",
            () -> form("/changes/" + newChange(), "action=evidence&name=evaluation")),
        entry("POST /api/v1/changes", () -> Ask.json("POST", CHANGES, change())),
        entry(
            "POST /api/v1/changes/proofs",
            () ->
                Ask.json(
                    "POST", CHANGES + "/proofs", "{\"provider\":\"local\",\"model\":\"m-1\"}")),
        entry("GET /api/v1/changes/{id}", () -> Ask.get(CHANGES + "/" + newChange())),
        entry("POST /api/v1/changes/{id}/evidence", () -> of(newChange(), "evidence", EVIDENCE)),
        entry("POST /api/v1/changes/{id}/waivers", () -> of(newChange(), "waivers", WAIVER)),
        entry("POST /api/v1/changes/{id}/approve", () -> of(approvable(), "approve", REASON)),
        entry("POST /api/v1/changes/{id}/refuse", () -> of(newChange(), "refuse", REASON)),
        entry("POST /api/v1/changes/{id}/withdraw", () -> of(newChange(), "withdraw", REASON)));
  }

  private static Ask of(String id, String what, String body) {
    return Ask.json("POST", CHANGES + "/" + id + "/" + what, body);
  }

  private static String change() {
    return """
    {"place":"matrix","from":{"provider":"local","model":"m-1"},
     "to":{"provider":"local","model":"m-2"},"reason":"matrix","switch_date":"2026-12-01"}""";
  }

  /** Asked for by the owner, so that an administrator can approve it and the owner cannot. */
  private static String newChange() {
    return TestCallers.as(TestCaller.OWNER)
        .contentType("application/json")
        .body(change())
        .post(CHANGES)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static String approvable() {
    String id = newChange();
    post(TestCaller.OWNER, id + "/evidence", EVIDENCE);
    post(TestCaller.ADMIN, id + "/waivers", WAIVER);
    return id;
  }

  private static void post(TestCaller caller, String path, String body) {
    TestCallers.as(caller)
        .contentType("application/json")
        .body(body)
        .post(CHANGES + "/" + path)
        .then()
        .statusCode(200);
  }

  private static Ask form(String address, String fields) {
    return new Ask("POST", address, "application/x-www-form-urlencoded", fields);
  }

  private static Ask put(String id, String what, String body) {
    return Ask.json("PUT", PLANS + "/" + id + "/" + what, body);
  }

  private static Ask post(String id, String what, String body) {
    return Ask.json("POST", PLANS + "/" + id + "/" + what, body);
  }

  private static String plan() {
    return """
    {"provider":"local","model":"m-%s","candidates":[{"route":"stop"}]}"""
        .formatted(UUID.randomUUID());
  }

  static String newPlan() {
    return Made.id(PLANS, plan());
  }

  private static String recorded() {
    String id = newPlan();
    sent(TestCaller.ADMIN, put(id, "golden-set", GOLDEN));
    return id;
  }

  /**
   * Chosen by the owner and approved by an administrator, with every step before the switch done.
   */
  private static String approvedPlan() {
    String id = recorded();
    String change = sent(TestCaller.OWNER, put(id, "choice", CHOICE)).extract().path("change");
    sent(TestCaller.ADMIN, of(change, "waivers", WAIVER));
    sent(TestCaller.ADMIN, of(change, "approve", REASON));
    for (String step :
        List.of(
            "inform-consumers",
            "record-golden-set",
            "evaluate",
            "verify-rollback",
            "switch-consumers")) {
      sent(TestCaller.ADMIN, post(id, "steps/" + step, DONE));
    }
    return id;
  }

  private static String switchedPlan() {
    String id = approvedPlan();
    sent(TestCaller.ADMIN, put(id, "switch", "{}"));
    for (String step : List.of("last-call", "delete-hosting", "retention")) {
      sent(TestCaller.ADMIN, post(id, "steps/" + step, DONE));
    }
    return id;
  }

  private static ValidatableResponse sent(TestCaller caller, Ask ask) {
    return TestCallers.as(caller)
        .contentType(ask.type())
        .body(ask.body())
        .request(ask.method(), ask.address())
        .then()
        .statusCode(200);
  }
}
