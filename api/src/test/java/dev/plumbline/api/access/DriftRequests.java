package dev.plumbline.api.access;

import static io.restassured.RestAssured.given;
import static java.util.Map.entry;

import dev.plumbline.api.access.RouteRequests.Maker;
import dev.plumbline.api.database.Connections;
import dev.plumbline.api.drift.SomeAnswers;
import dev.plumbline.lifecycle.drift.ArmObservations;
import dev.plumbline.lifecycle.drift.CycleObservations;
import dev.plumbline.lifecycle.drift.FamilyCounts;
import dev.plumbline.lifecycle.drift.MonitorSettings;
import dev.plumbline.lifecycle.drift.evidence.Evidence;
import dev.plumbline.lifecycle.drift.evidence.EvidenceWriter;
import dev.plumbline.lifecycle.drift.verdict.AlphaGrant;
import dev.plumbline.lifecycle.drift.verdict.Arm;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** How the routes of watched models are asked; no account has a key, so no model is asked. */
final class DriftRequests {

  private static final String TARGETS = "/api/v1/drift/targets";
  private static final String SUITES = "/api/v1/probe-suites";

  private DriftRequests() {}

  static Map<String, Maker> makers() {
    return Map.ofEntries(
        entry("POST /api/v1/drift/plan", () -> Ask.json("POST", "/api/v1/drift/plan", newTarget())),
        entry("POST /api/v1/drift/targets", () -> Ask.json("POST", TARGETS, newTarget())),
        entry("GET /api/v1/drift/targets/{id}", () -> Ask.get(target())),
        entry("GET /api/v1/drift/targets/{id}/runs", () -> Ask.get(target() + "/runs")),
        entry("GET /api/v1/drift/targets/{id}/standing", () -> Ask.get(target() + "/standing")),
        entry("GET /api/v1/drift/targets/{id}/verdicts", () -> Ask.get(target() + "/verdicts")),
        entry(
            "GET /api/v1/drift/verdicts/{id}/evidence",
            () -> Ask.get("/api/v1/drift/verdicts/" + verdict() + "/evidence")),
        entry(
            "GET /api/v1/drift/verdicts/{id}/report",
            () -> Ask.get("/api/v1/drift/verdicts/" + verdict() + "/report")),
        entry("GET /api/v1/drift/targets/{id}/spending", () -> Ask.get(target() + "/spending")),
        entry(
            "POST /api/v1/drift/targets/{id}/runs",
            () -> Ask.json("POST", target() + "/runs", "{}")),
        entry(
            "POST /api/v1/drift/targets/{id}/start",
            () -> Ask.json("POST", target() + "/start", "{}")),
        entry(
            "POST /api/v1/drift/targets/{id}/pause",
            () -> Ask.json("POST", TARGETS + "/" + Made.id(TARGETS, newTarget()) + "/pause", "{}")),
        entry(
            "POST /api/v1/drift/targets/{id}/baseline",
            () -> Ask.json("POST", target() + "/baseline", "{}")),
        entry(
            "PUT /api/v1/drift/targets/{id}/traffic",
            () -> Ask.json("PUT", target() + "/traffic", "{\"requests_per_month\":1000}")),
        entry(
            "POST /drift",
            () ->
                new Ask(
                    "POST",
                    "/drift",
                    "application/x-www-form-urlencoded",
                    "budget_per_month=5&false_pages_per_year=1&fleet=1000&model=gpt-4o-2024-08-06&account=%s&name=%s"
                        .formatted(ProviderRequests.account(), Made.name()))),
        entry("GET /drift/{id}", () -> Ask.get(page())),
        entry("GET /drift/verdicts/{id}", () -> Ask.get("/drift/verdicts/" + verdict())),
        entry(
            "POST /drift/{id}",
            () -> new Ask("POST", page(), "application/x-www-form-urlencoded", "action=baseline")),
        entry(
            "GET /api/v1/drift/targets/{id}/rehearsal",
            () -> Ask.get(TARGETS + "/" + rehearsed() + "/rehearsal")),
        entry(
            "POST /api/v1/drift/targets/{id}/rehearsal/evidence",
            () ->
                Ask.json(
                    "POST",
                    TARGETS + "/" + rehearsed() + "/rehearsal/evidence",
                    "{\"plan\":\"%s\"}".formatted(PlanRequests.newPlan()))),
        entry("POST /drift/suites", DriftRequests::upload),
        entry("POST /api/v1/probe-suites", () -> Ask.json("POST", SUITES, newSuite())),
        entry(
            "GET /api/v1/probe-suites/{id}",
            () -> Ask.get(SUITES + "/" + Made.once("suite", () -> Made.id(SUITES, newSuite())))));
  }

  private static String newTarget() {
    return newTarget("");
  }

  private static String newTarget(String moreArms) {
    return """
        {"name":"%s","budget_per_month":"5.00","false_pages_per_year":"1","fleet":1000,
         "arms":[{"name":"production","role":"subject","account":"%s","model":"gpt-4o-2024-08-06"}%s]}"""
        .formatted(Made.name(), ProviderRequests.account(), moreArms);
  }

  /** A probe that nothing else has, so that it is new. */
  private static String newSuite() {
    return """
        {"name":"matrix","lines":"{\\"id\\":\\"a\\",\\"family\\":\\"f\\",\\"prompt\\":\\"%s\\"}"}"""
        .formatted(Made.name());
  }

  private static Ask upload() {
    String part = "--plumbline\r\nContent-Disposition: form-data; name=";
    return new Ask(
        "POST",
        "/drift/suites",
        "multipart/form-data; boundary=plumbline",
        part
            + "\"name\"\r\n\r\nuploaded\r\n"
            + part
            + "\"file\"; filename=\"probes.jsonl\"\r\n\r\n"
            + "{\"id\":\"a\",\"family\":\"f\",\"prompt\":\"%s\"}".formatted(Made.name())
            + "\r\n--plumbline--\r\n");
  }

  /** The address of a target that was started. */
  static String target() {
    return Made.once(
        "drift target",
        () -> {
          String address = TARGETS + "/" + Made.id(TARGETS, newTarget());
          given().post(address + "/start").then().statusCode(200);
          return address;
        });
  }

  private static String page() {
    return "/drift/" + target().substring(TARGETS.length() + 1);
  }

  /** The id of a target with a candidate, and an answer of both. */
  private static String rehearsed() {
    return Made.once(
        "rehearsed target",
        () -> {
          String id =
              Made.id(
                  TARGETS,
                  newTarget(
                      ",{\"name\":\"next\",\"role\":\"candidate\",\"account\":\"%s\",\"model\":\"gpt-4.1-2025-04-14\"}"
                          .formatted(ProviderRequests.account())));
          SomeAnswers.ofTasks(UUID.fromString(id), "matrix", 1, 0, 0);
          return id;
        });
  }

  /** A verdict of a target: none comes by itself, because nobody is asked. */
  private static String verdict() {
    return Made.once(
        "drift verdict",
        () -> {
          String id = UUID.randomUUID().toString();
          String target = target().substring(TARGETS.length() + 1);
          try (Connection connection = Connections.superuser();
              Statement statement = connection.createStatement()) {
            statement.execute(
                """
                insert into drift_verdict (organisation_id, id, target_id, watch, epoch, cycle, at, told_at, state,
                  reason, page, attribution, moved, examples, evidence)
                select organisation_id, '%s', id, 'tokens', 1, 1, now(), now(), 'suspected', 'R', false, 'A', '[]',
                  '[]', decode('%s', 'hex') from drift_target where id = '%s'"""
                    .formatted(id, HexFormat.of().formatHex(someEvidence()), target));
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
          return id;
        });
  }

  private static byte[] someEvidence() {
    Instant start = Instant.parse("2026-03-01T09:00:00Z");
    ArmObservations arm =
        ArmObservations.ofFamilies(Arm.TARGET, "production", List.of(new FamilyCounts("f", 9, 1)));
    return EvidenceWriter.write(
        Evidence.of(
            "test",
            new TreeMap<>(),
            MonitorSettings.usual(1, new AlphaGrant(2026, 1, .05), 100),
            List.of(CycleObservations.of(0, start, List.of(arm))),
            List.of(CycleObservations.of(1, start.plusSeconds(3600), List.of(arm)))));
  }
}
