package dev.plumbline.api.web;

import static io.restassured.RestAssured.given;

import dev.plumbline.api.database.Connections;
import dev.plumbline.api.drift.SomeAnswers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pages of one thing, full of data of the first organisation. */
final class SomePages {

  private SomePages() {}

  /** A target, its verdict, the suites, and the evaluation of a fine-tune. */
  static List<String> addresses() throws SQLException {
    String suite =
        made(
            "/probe-suites",
            """
            {"name":"walked","lines":"{\\"id\\":\\"%s\\",\\"family\\":\\"triage\\",\\"prompt\\":\\"Which queue?\\",\\"expect\\":{\\"exact\\":\\"billing\\"}}"}"""
                .formatted(UUID.randomUUID()));
    UUID target = target(suite);
    SomeAnswers.ofTasks(target, "format", 60, 4, 3);
    UUID verdict = verdict(target);
    return List.of(
        "/drift/" + target,
        "/drift/verdicts/" + verdict,
        "/drift/suites",
        "/models/" + model() + "/evaluation");
  }

  private static UUID target(String suite) {
    String name = "Walk " + UUID.randomUUID();
    String account =
        made(
            "/provider-accounts",
            """
            {"name":"%s","provider":"openai","base_url":"http://127.0.0.1:9/v1"}"""
                .formatted(name));
    return UUID.fromString(
        made(
            "/drift/targets",
            """
            {"name":"%s","suite":"%s","budget_per_month":"50","false_pages_per_year":"1","fleet":1000,"arms":[
              {"name":"production","role":"subject","account":"%3$s","model":"gpt-4o-2024-08-06"},
              {"name":"next","role":"candidate","account":"%3$s","model":"gpt-4.1-2025-04-14"}]}"""
                .formatted(name, suite, account)));
  }

  private static UUID verdict(UUID target) throws SQLException {
    UUID verdict = UUID.randomUUID();
    String sql =
        """
        insert into drift_standing select organisation_id, id, 'tasks', 1, 30, 'confirmed',
          'passes reached ten to the 3.2', now() from drift_target where id = '%1$s';
        insert into drift_reading select organisation_id, id, 'tasks', 1, n, now() - (40 - n) * interval '1 day',
          signal, greatest(0, n - 20) * ln(1.4) + sin(n), ln(1000), n > 38
        from drift_target, generate_series(1, 40) n, unnest(array['passes', 'length']) signal where id = '%1$s';
        insert into drift_verdict select organisation_id, '%2$s', id, 'tasks', 1, 30, now(), now(), 'confirmed',
          'passes reached ten to the 3.2', true, 'this fine-tune alone', now() - interval '5 days',
          '[{"what":"arithmetic","before":0.95,"since":0.7},{"what":"length","before":210.5,"since":190}]',
          '[{"family":"arithmetic","prompt":"arithmetic-1","before":"408","after":"418, %3$s"}]', '{}'
        from drift_target where id = '%1$s'"""
            .formatted(target, verdict, "which is a long answer ".repeat(10));
    try (Connection connection = Connections.superuser();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
    return verdict;
  }

  private static String model() throws SQLException {
    String name = "ft:gpt-4o-2024-08-06:acme::" + UUID.randomUUID().toString().replace("-", "");
    String model = made("/models", "{\"model\":\"%s\"}".formatted(name));
    String losses =
        IntStream.rangeClosed(1, 120)
            .mapToObj(
                i ->
                    "%d,%s,%s"
                        .formatted(
                            i,
                            .4 + 2.0 / i + .05 * Math.sin(i),
                            i % 10 == 0 ? .7 + Math.abs(i - 60) / 200.0 : ""))
            .collect(Collectors.joining("\n", "step,train_loss,valid_loss\n", "\n"));
    given()
        .contentType("text/csv")
        .body(losses)
        .post("/api/v1/models/" + model + "/losses")
        .then()
        .statusCode(201);
    String pairs =
        IntStream.range(0, 60)
            .mapToObj(
                i ->
                    "{\"row\":\"r%d\",\"reference\":%d,\"candidate\":%d}"
                        .formatted(i, i % 3 / 2, i % 4 / 2))
            .collect(Collectors.joining(","));
    made(
        "/models/" + model + "/hold-outs",
        "{\"name\":\"hold-out of November\",\"reference_model\":\"gpt-4o\",\"training_sha256\":\"%s\",\"pairs\":[%s]}"
            .formatted("a".repeat(64), pairs));
    grades(name);
    return model;
  }

  /** Thirty on each of 40 days, the last of them worse; most are too old to be posted. */
  private static void grades(String model) throws SQLException {
    try (Connection connection = Connections.superuser();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          insert into quality_grade
          select organisation.id, 'openai', '%s', '', day || '-' || n,
            timestamptz '%s' - day * interval '1 day',
            case when n <= 27 - day %% 3 - case when day < 8 then 9 else 0 end then 1 else 0 end, now()
          from generate_series(1, 40) day, generate_series(1, 30) n, organisation
          where organisation.id = '00000000-0000-0000-0000-000000000001'"""
              .formatted(model, Instant.now()));
    }
  }

  private static String made(String path, String body) {
    return given()
        .contentType("application/json")
        .body(body)
        .post("/api/v1" + path)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }
}
