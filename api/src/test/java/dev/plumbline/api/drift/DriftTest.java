package dev.plumbline.api.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.plumbline.api.audit.SignedStatement;
import dev.plumbline.api.costs.CallCosts;
import dev.plumbline.api.database.Connections;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.probes.Probing;
import dev.plumbline.api.probes.Target;
import dev.plumbline.api.probes.Targets;
import dev.plumbline.api.probes.Watched;
import dev.plumbline.api.providers.simulator.OpenAiSimulator;
import dev.plumbline.core.alert.AlertSeverity;
import dev.plumbline.core.alert.Condition;
import dev.plumbline.core.model.ModelNames;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.CustomerClass;
import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import dev.plumbline.lifecycle.deprecation.Lifespan;
import dev.plumbline.lifecycle.drift.evidence.EvidenceFile;
import dev.plumbline.lifecycle.drift.evidence.EvidenceReport;
import dev.plumbline.lifecycle.drift.evidence.FileSignature;
import dev.plumbline.lifecycle.drift.evidence.Recomputation;
import dev.plumbline.lifecycle.drift.fingerprint.WeeklyMix;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the job keeps, what REST shows of it, and which alerts there are. */
@QuarkusTest
class DriftTest {

  @Inject LifecycleFacts lifecycle;
  @Inject DriftJob job;
  @Inject Judge judge;
  @Inject Targets targets;
  @Inject Probing probing;
  @Inject DriftConfirmed confirmed;
  @Inject DriftSuspected suspected;
  @Inject ServingMixMoved mixMoved;
  @Inject MixDigest digest;
  @Inject MeterRegistry metrics;
  @Inject DriftMetrics.StandingCounts counts;

  private OpenAiSimulator simulator;
  private Watched watched;
  private UUID id;
  private Organisation organisation;

  @BeforeEach
  void start() throws IOException, SQLException {
    simulator = new OpenAiSimulator();
    watched = new Watched(simulator);
    id = watched.started("0.30");
    organisation = new Organisation(UUID.fromString(one("organisation_id")));
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void theFirstRunBeginsToLearn() {
    assertThat(job.run(organisation).items()).isEqualTo(1);
    assertThat(job.run(organisation).items()).isZero(); // the slot is asked

    watched
        .admin()
        .get("/api/v1/drift/targets/" + id + "/standing")
        .then()
        .statusCode(200)
        .body("[0].watch", equalTo("tokens"))
        .body("[0].state", equalTo("learning"))
        .body("[0].reason", equalTo("1 of 100 cycles of the baseline are measured"));
    watched
        .admin()
        .get("/api/v1/drift/targets/" + id + "/verdicts")
        .then()
        .statusCode(200)
        .body("$", hasSize(0));
  }

  @Test
  void whatCannotBeMeasuredIsSaid() {
    simulator.account().keyBecomes("sk-another-0123456789");

    job.run(organisation);

    watched
        .admin()
        .get("/api/v1/drift/targets/" + id + "/standing")
        .then()
        .body("[0].state", equalTo("not_measurable"))
        .body("[0].reason", containsString("401"));
  }

  @Test
  void aSwapIsSuspectedWithEvidenceAndAsksForAConfirmation() throws SQLException {
    aSwap();

    job.run(organisation);

    String verdict =
        watched
            .admin()
            .get("/api/v1/drift/targets/" + id + "/verdicts")
            .then()
            .statusCode(200)
            .body("state", hasItem("suspected"))
            .body("find { it.state == 'suspected' }.page", equalTo(false))
            .extract()
            .path("find { it.state == 'suspected' }.id");
    watched
        .admin()
        .get("/api/v1/drift/verdicts/" + verdict + "/evidence")
        .then()
        .statusCode(200)
        .header("Content-Disposition", containsString("drift-" + verdict + ".json"))
        .body("subject.target", equalTo("Triage"));
    assertThat(metrics.get("plumbline.drift.verdicts").tag("state", "suspected").counter().count())
        .isPositive();
    assertThat(metrics.get("plumbline.drift.standings").gauges())
        .hasSize(DriftMetrics.STATES.size());
    assertThat(counts.all().get("suspected")).isPositive();
    Collection<Condition> conditions = suspected.of(organisation).apply(LocalDate.now());
    assertThat(conditions).hasSize(1);
    assertThat(conditions.iterator().next().severity()).isEqualTo(AlertSeverity.INFO);
    assertThat(confirmed.of(organisation).apply(LocalDate.now())).isEmpty();
  }

  @Test
  void aSuspicionAsksForTheTasksOfTheNextCycle() throws SQLException {
    aSwap();
    tasksAreInTheSchedule("100");

    job.run(organisation);

    watched
        .admin()
        .get("/api/v1/drift/targets/" + id + "/runs")
        .then()
        .body("findAll { it.purpose == 'escalation' }", hasSize(1))
        .body("find { it.purpose == 'escalation' }.work", equalTo("tasks"))
        .body("find { it.purpose == 'escalation' }.outcome", nullValue());
  }

  @Test
  void aSuspicionWithoutReserveSaysSoAndAsksNothing() throws SQLException {
    aSwap();
    tasksAreInTheSchedule("0.5"); // 1.20 a year are kept back, a cycle of tasks may cost 2

    job.run(organisation);

    watched
        .admin()
        .get("/api/v1/drift/targets/" + id + "/standing")
        .then()
        .body("find { it.watch == 'tokens' }.state", equalTo("suspected"))
        .body(
            "find { it.watch == 'tokens' }.reason",
            containsString("the closer look could not be made: the reserve for suspicions"));
    watched
        .admin()
        .get("/api/v1/drift/targets/" + id + "/runs")
        .then()
        .body("find { it.purpose == 'escalation' }.outcome", equalTo("not_measured"));
    watched
        .admin()
        .get("/api/v1/drift/targets/" + id + "/verdicts")
        .then()
        .body("reason", hasItem(containsString("the reserve for suspicions")));
    assertThat(simulator.requests()).hasSizeLessThan(10);
  }

  /** Those of today were asked. */
  private void tasksAreInTheSchedule(String perMonth) throws SQLException {
    sql("update drift_target set per_month = '%s' where id = '%s'".formatted(perMonth, id));
    sql(
        "insert into drift_stage select organisation_id, id, 'tasks', 86400, 252, '2' from drift_target"
            + " where id = '%s'".formatted(id));
    sql(
        """
        insert into probe_run (organisation_id, id, target_id, work, purpose, slot, due_at, prompts, times, calls,
          at_most, finished_at, outcome, detail)
        select organisation_id, gen_random_uuid(), id, 'tasks', 'cycle', at, at, '[]', 0, 252, '2', at,
          'not_measured', 'as if' from drift_target, (values (date_trunc('day', now(), 'UTC')),
          (date_trunc('day', now(), 'UTC') + interval '1 day')) days (at) where id = '%s'"""
            .formatted(id));
  }

  /** 130 hours of service that went by, and a swap of the model for the last 10 of them. */
  private void aSwap() throws SQLException {
    sql(
        "update drift_target set seed = 1, epoch_at = '2026-01-01T00:00:00Z' where id = '%s'"
            .formatted(id)); // ties are broken by lot
    sql(
        """
        insert into probe_run (organisation_id, id, target_id, work, purpose, slot, due_at, prompts, times, calls,
          at_most, finished_at, outcome, detail)
        select organisation_id, gen_random_uuid(), id, 'tripwire', 'cycle', at, at, '[]', 1, 2, '0.1', at, 'measured',
          '' from drift_target, generate_series('2026-01-01T00:00:00Z'::timestamptz, '2026-01-06T09:00:00Z',
          '1 hour') at where id = '%s'"""
            .formatted(id));
    sql(
        "insert into probe_intent select organisation_id, id, n, slot from probe_run, generate_series(0, 1) n"
            + " where target_id = '%s'".formatted(id));
    sql(
        """
        insert into probe_observation (organisation_id, run_id, number, target_id, arm, probe, family, at, outcome,
          maybe_paid, answer_length, first_token, latency_ms)
        select organisation_id, id, n, target_id, case n when 0 then 'production' else 'control' end, 'tripwire-1',
          'tripwire', slot, 'answered', false, 2,
          case when n = 0 and slot >= '2026-01-06T00:00:00Z' then 'Yo' else 'Ho' end, 100
        from probe_run, generate_series(0, 1) n where target_id = '%s'"""
            .formatted(id));
  }

  /** Two backends by turns in one week, and one of them alone in the next. */
  @Test
  void aMixThatMovedIsOneNoticeAWeekAndNoPage() throws SQLException {
    LocalDate week = WeeklyMix.lastWeek(Instant.now());
    LocalDate reader = week.plusWeeks(1);
    sql("update drift_target set epoch_at = '%s' where id = '%s'".formatted(week.minusDays(8), id));
    assertThat(mixMoved.of(organisation).apply(reader)).isEmpty();
    sql(
        """
        insert into probe_run (organisation_id, id, target_id, work, purpose, slot, due_at, prompts, times, calls,
          at_most, finished_at, outcome, detail)
        select organisation_id, gen_random_uuid(), id, 'tripwire', 'cycle', at, at, '[]', 1, 1, '0.1', at, 'measured',
          '' from drift_target, generate_series('%s 00:00Z'::timestamptz, '%s 22:00Z', '2 hours') at where id = '%s'"""
            .formatted(week.minusWeeks(1), week.plusDays(6), id));
    sql(
        "insert into probe_intent select organisation_id, id, 0, slot from probe_run"
            + " where target_id = '%s'".formatted(id));
    sql(
        """
        insert into probe_observation (organisation_id, run_id, number, target_id, arm, probe, family, at, outcome,
          maybe_paid, answer_length, first_token, latency_ms, logprobs)
        select organisation_id, id, 0, target_id, 'production', 'tripwire-1', 'tripwire', slot, 'answered', false, 2,
          'Ho', 100, case when slot >= '%s 00:00Z' or extract(hour from slot at time zone 'UTC')::integer %% 4 = 0
            then '{"Ho":-0.1,"Hi":-2.0}' else '{"Ho":-0.9,"Hi":-2.0}' end
        from probe_run where target_id = '%s'"""
            .formatted(week, id));

    digest.keep(organisation, probing.active(organisation).get(0));
    digest.keep(organisation, probing.active(organisation).get(0));

    Collection<Condition> conditions = mixMoved.of(organisation).apply(reader);
    assertThat(conditions).hasSize(1);
    Condition notice = conditions.iterator().next();
    assertThat(notice.severity()).isEqualTo(AlertSeverity.INFO);
    assertThat(notice.summary()).contains("Triage", "no sign of another model");
    assertThat(mixMoved.of(organisation).apply(reader.plusWeeks(1))).isEmpty();
    sql(
        """
        insert into drift_verdict select organisation_id, gen_random_uuid(), id, 'tokens', 1, 30, '%s 12:00Z', now(),
          'serving_change', 'mix', false, '', null, '[]', '[]', '' from drift_target where id = '%s'"""
            .formatted(reader.plusDays(2), id));
    assertThat(mixMoved.of(organisation).apply(reader.plusWeeks(1))).hasSize(1);
    watched
        .admin()
        .get("/drift/" + id)
        .then()
        .statusCode(200)
        .body(containsString("Serving mix by week"))
        .body(containsString("<td>moved</td><td class=\"num\">84</td>"));
  }

  @Test
  void aConfirmedChangeWakesSomebodyUnlessTheModelIsBeingLeft() throws SQLException {
    sql(
        """
        insert into drift_standing select organisation_id, id, 'tasks', 1, 30, 'confirmed', 'failures', now()
        from drift_target where id = '%s'"""
            .formatted(id));
    sql(
        """
        insert into drift_verdict select organisation_id, gen_random_uuid(), id, 'tasks', 1, 30, now(), now(),
          'confirmed', 'failures', true, 'this model', null, '[]', '[]', '' from drift_target where id = '%s'"""
            .formatted(id));

    Collection<Condition> conditions = confirmed.of(organisation).apply(LocalDate.now());

    assertThat(conditions).hasSize(1);
    assertThat(conditions.iterator().next().severity()).isEqualTo(AlertSeverity.CRITICAL);
    assertThat(conditions.iterator().next().summary())
        .contains("Triage", Watched.MODEL, "failures");

    sql(
        """
        insert into exit_plan (organisation_id, id, provider, model, document, created_by, created_at, changed_at)
        values ('%s', gen_random_uuid(), 'openai', '%s', '{}', 'x', now(), now())"""
            .formatted(organisation.id(), Watched.MODEL));
    assertThat(confirmed.of(organisation).apply(LocalDate.now())).isEmpty();
  }

  /**
   * Eighty days of tasks on both arms; in the last twenty the model's answers are 30 tokens longer.
   */
  @Test
  void longerAnswersSayWhatTheyCostAMonth() throws SQLException {
    UUID tasks = otherTarget();
    sql(
        """
        update drift_target set seed = 1, epoch_at = '2026-01-01T00:00:00Z' where id = '%1$s';
        insert into probe_run (organisation_id, id, target_id, work, purpose, slot, due_at, prompts, times, calls,
          at_most, finished_at, outcome, detail)
        select organisation_id, gen_random_uuid(), id, 'tasks', 'cycle', at, at, '[]', 0, 20, '0.1', at, 'measured',
          '' from drift_target, generate_series('2026-01-01T00:00:00Z'::timestamptz, '2026-03-21T00:00:00Z',
          '1 day') at where id = '%1$s';
        insert into probe_intent select organisation_id, id, n, slot from probe_run, generate_series(0, 19) n
        where target_id = '%1$s';
        insert into probe_observation (organisation_id, run_id, number, target_id, arm, probe, family, at, outcome,
          checked, maybe_paid, answer_length, first_token, latency_ms, input_tokens, output_tokens, cost, currency)
        select organisation_id, id, n, target_id, case n %% 2 when 0 then 'production' else 'control' end,
          'p-' || n / 2, 'f', slot, 'answered', 'passed', false,
          400 + (n * 7 + extract(doy from slot)::int * 13) %% 11
            + case when n %% 2 = 0 and slot >= '2026-03-02T00:00:00Z' then 120 else 0 end, 'x',
          1000 + (n * 5 + extract(doy from slot)::int * 17) %% 7, 60 + n,
          100 + n + case when n %% 2 = 0 and slot >= '2026-03-02T00:00:00Z' then 30 else 0 end, '0.001', 'USD'
        from probe_run, generate_series(0, 19) n where target_id = '%1$s'"""
            .formatted(tasks));

    judge.judge(
        organisation,
        targets.all(organisation).stream()
            .filter(each -> each.id().equals(tasks))
            .findFirst()
            .orElseThrow());

    String verdicts = "/api/v1/drift/targets/" + tasks + "/verdicts";
    String last = "find { it.watch == 'tasks' && it.state == 'confirmed' }";
    watched
        .admin()
        .get(verdicts)
        .then()
        .statusCode(200)
        .body(last + ".money_impact.status", equalTo("unknown"))
        .body(last + ".money_impact.unknown[0]", containsString("enter the volume"))
        .body(last + ".money_impact.output_tokens.before", equalTo("109.000"))
        .body(last + ".money_impact.output_tokens.since", equalTo("139.000"))
        .body(last + ".money_impact.output_tokens.from", equalTo("measured"))
        .body(last + ".money_impact.output_tokens.change_95", hasSize(2));

    watched
        .admin()
        .contentType(ContentType.JSON)
        .body(Map.of("requests_per_month", 3_000_000))
        .put("/api/v1/drift/targets/" + tasks + "/traffic")
        .then()
        .statusCode(200)
        .body("traffic.requests_per_month", equalTo(3_000_000));
    BigDecimal month = perMillionOutput().multiply(new BigDecimal(30 * 3)); // 30 tokens, 3 million
    String expected = month.stripTrailingZeros().toPlainString();
    var told =
        watched
            .admin()
            .get(verdicts)
            .then()
            .body(last + ".money_impact.status", equalTo("known"))
            .body(last + ".money_impact.entered_since", equalTo(true))
            .body(last + ".money_impact.change_per_month", equalTo(expected))
            .body(last + ".money_impact.price_rows", hasSize(2))
            .extract();
    Collection<Condition> conditions = confirmed.of(organisation).apply(LocalDate.now());
    assertThat(conditions)
        .anySatisfy(
            each ->
                assertThat(each.summary())
                    .contains("it costs USD +%s a month; ".formatted(month.setScale(2))));

    byte[] file =
        watched
            .admin()
            .get("/api/v1/drift/verdicts/" + told.path(last + ".id") + "/evidence")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    Recomputation again = Recomputation.of(EvidenceFile.read(new ByteArrayInputStream(file)));
    assertThat(again.differences()).isEmpty();
    assertThat(again.impact().orElseThrow().output().orElseThrow().change())
        .isEqualByComparingTo("30");
    EvidenceFile signed = EvidenceFile.read(new ByteArrayInputStream(file));
    FileSignature by = signed.signature().orElseThrow();
    assertThat(
            new SignedStatement(by.keyId(), by.publicKey(), by.signature())
                .holds(FileSignature.statement(signed.digest())))
        .isTrue();
    assertThat(
            watched
                .admin()
                .get("/api/v1/audit/keys")
                .then()
                .extract()
                .<String>path("[0].public_key"))
        .isEqualTo(by.publicKey());
    Lifespan span =
        DeprecationCalendar.bundled()
            .lifespanOf(
                ModelNames.bundled().parse(Watched.MODEL).match(id -> id, none -> null),
                CustomerClass.ACTIVE);
    String ends = span.inferenceEnd().findKnown().orElseThrow().end().value().toString();
    assertThat(signed.evidence().lifecycle())
        .anySatisfy(
            fact -> {
              assertThat(fact.what()).isEqualTo("end of inference");
              assertThat(fact.value()).contains(ends);
              assertThat(fact.source()).isNotBlank();
            });
    String report =
        watched
            .admin()
            .get("/api/v1/drift/verdicts/" + told.path(last + ".id") + "/report")
            .then()
            .statusCode(200)
            .contentType("text/markdown")
            .extract()
            .asString();
    assertThat(report)
        .contains("end of inference | " + ends, "**tokens of an answer**", "tokenizer");
    assertThat(report).isEqualTo(EvidenceReport.markdown(signed, again));
    String page =
        watched
            .admin()
            .get("/drift/verdicts/" + told.path(last + ".id"))
            .then()
            .extract()
            .asString();
    assertThat(Jsoup.parse(page).select("section:has(#money-heading)").text())
        .contains("USD " + expected, "109.000 before, 139.000 since", "entered after the verdict");
    assertThat(Jsoup.parse(page).select("section:has(#lifecycle-heading)").text())
        .contains("end of inference " + ends);
  }

  /** The name meant another snapshot when the baseline was made. */
  @Test
  void anAliasSaysWhatItMeantAndAFineTuneWhenItsBaseEnds() throws SQLException {
    sql(
        "update drift_target set epoch_at = '2024-06-01T00:00:00Z' where id = '%1$s'; update drift_arm set model = 'gpt-4o' where target_id = '%1$s' and role = 'subject'"
            .formatted(id));
    assertThat(facts())
        .contains("alias means at the baseline: gpt-4o-2024-05-13")
        .contains("alias means now: gpt-4o-2024-08-06");

    sql(
        "update drift_arm set model = 'ft:gpt-4o-2024-08-06:acme::AbC' where target_id = '%s' and role = 'subject'"
            .formatted(id));
    assertThat(facts())
        .anyMatch(each -> each.startsWith("base gpt-4o-2024-08-06 end of inference: 20"));
  }

  private List<String> facts() {
    Target target =
        targets.all(organisation).stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow();
    return lifecycle.of(organisation, target, Instant.parse("2026-11-21T00:00:00Z")).stream()
        .map(
            each ->
                (each.model().startsWith("base ") ? each.model() + " " : "")
                    + each.what()
                    + ": "
                    + each.value().orElse("unknown"))
        .toList();
  }

  private UUID otherTarget() {
    Map<String, Object> wanted = new HashMap<>(watched.wanted("200"));
    wanted.put("name", "Tasks");
    wanted.put("fleet", 5);
    String other =
        watched
            .admin()
            .contentType(ContentType.JSON)
            .body(wanted)
            .post("/api/v1/drift/targets")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    watched.admin().post("/api/v1/drift/targets/" + other + "/start").then().statusCode(200);
    return UUID.fromString(other);
  }

  private static BigDecimal perMillionOutput() {
    return CallCosts.bundled()
        .of(Provider.OPENAI, Watched.MODEL, Instant.parse("2026-03-21T00:00:00Z"), 0, 0, 1_000_000)
        .amount()
        .orElseThrow()
        .amount();
  }

  @Test
  void aVolumeThatIsNoneIsRefusedByName() {
    for (Object body : List.of(Map.of(), Map.of("requests_per_month", 0))) {
      watched
          .admin()
          .contentType(ContentType.JSON)
          .body(body)
          .put("/api/v1/drift/targets/" + id + "/traffic")
          .then()
          .statusCode(400)
          .body("field", equalTo("traffic.requests_per_month"));
    }
  }

  @Test
  void aNewBaselineBeginsToLearnAgain() {
    job.run(organisation);

    watched
        .admin()
        .post("/api/v1/drift/targets/" + id + "/baseline")
        .then()
        .statusCode(200)
        .body("epoch", equalTo(2));

    watched
        .admin()
        .get("/api/v1/drift/targets/" + id + "/standing")
        .then()
        .body("$", hasSize(0)); // nothing of the old one counts
  }

  @Test
  void somebodyMayAskBesideTheSchedule() {
    watched
        .admin()
        .contentType(ContentType.JSON)
        .body(Map.of("work", "tripwire"))
        .post("/api/v1/drift/targets/" + id + "/runs")
        .then()
        .statusCode(202)
        .body("purpose", equalTo("asked"))
        .body("calls", equalTo(2));
    watched
        .admin()
        .contentType(ContentType.JSON)
        .body(Map.of("work", "tasks"))
        .post("/api/v1/drift/targets/" + id + "/runs")
        .then()
        .statusCode(409); // not in its schedule

    assertThat(job.run(organisation).items()).isEqualTo(2);
  }

  @Test
  void aPausedTargetIsNotAsked() {
    watched.admin().post("/api/v1/drift/targets/" + id + "/pause").then().statusCode(200);

    assertThat(job.run(organisation).items()).isZero();
    assertThat(probing.active(organisation)).isEmpty();
    assertThat(simulator.requests()).isEmpty();
  }

  private String one(String column) throws SQLException {
    try (Connection connection = Connections.superuser();
        Statement statement = connection.createStatement();
        var found =
            statement.executeQuery(
                "select %s from drift_target where id = '%s'".formatted(column, id))) {
      found.next();
      return found.getString(1);
    }
  }

  private static void sql(String statements) throws SQLException {
    try (Connection connection = Connections.superuser();
        Statement statement = connection.createStatement()) {
      statement.execute(statements);
    }
  }
}
