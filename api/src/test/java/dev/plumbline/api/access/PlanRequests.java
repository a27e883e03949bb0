package dev.plumbline.api.access;

import static java.util.Map.entry;

import dev.plumbline.api.access.RouteRequests.Maker;
import java.util.Map;

/** How the routes of exit plans and changes of model are asked. */
final class PlanRequests {

  private static final String CHANGES = "/api/v1/changes";
  private static final String EVIDENCE = "{\"name\":\"evaluation\"}";
  private static final String WAIVER =
      "{\"objection\":\"rollback_ends_soon\",\"reason\":\"matrix\",\"expires\":\"2999-01-01\"}";
  private static final String REASON = "{\"reason\":\"matrix\"}";

  private PlanRequests() {}

  static Map<String, Maker> makers() {
    return Map.ofEntries(
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
}
