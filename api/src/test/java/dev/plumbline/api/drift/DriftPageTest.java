package dev.plumbline.api.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.api.database.Connections;
import dev.plumbline.api.probes.Watched;
import dev.plumbline.api.providers.simulator.OpenAiSimulator;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Watched models as people see them. */
@QuarkusTest
class DriftPageTest {

  private OpenAiSimulator simulator;
  private Watched watched;

  @BeforeEach
  void start() throws IOException {
    simulator = new OpenAiSimulator();
    watched = new Watched(simulator);
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void withoutATargetThePageSaysWhatToDo() {
    Document page = page("/drift");

    assertThat(page.select(".empty h3").text()).isEqualTo("No model is watched yet");
    assertThat(page.select(".empty code").text()).contains("plumbline drift plan");
  }

  @Test
  void aTargetShowsWhereItStandsWithItsEvidenceAgainstTheThreshold() throws SQLException {
    UUID id = watched.started("0.30");
    sql(
        "insert into drift_standing select organisation_id, id, 'tasks', 1, 30, 'suspected', 'failures <b>', now()"
            + " from drift_target where id = '%s'".formatted(id));
    sql(
        """
        insert into drift_reading select organisation_id, id, 'tasks', 1, n, now() - n * interval '1 day', 'passes',
          n * ln(10), 3 * ln(10), n >= 3 from drift_target, generate_series(1, 4) n where id = '%s'"""
            .formatted(id));

    assertThat(page("/drift").select("tbody tr").text())
        .contains("Triage", Watched.MODEL, "suspected tasks", "$0.00 of $0.30");
    Document page = page("/drift/" + id);
    assertThat(page.select("h1").text()).isEqualTo("Triage");
    assertThat(page.select(".note").text()).contains("suspected by its tasks", "failures <b>");
    assertThat(page.select("figure.chart thead th").eachText())
        .containsExactly("Cycle (UTC)", "passes", "needed: passes");
    assertThat(page.select("figure.chart tbody tr")).hasSize(4);
    assertThat(page.select("figure.chart tbody tr").get(0).select("td").eachText())
        .containsExactly("4.00", "3.00"); // the oldest cycle: powers of ten
  }

  @Test
  void theFormShowsThePlanBeforeItAddsATarget() {
    Document planned =
        Jsoup.parse(form("plan", "2", Watched.MODEL).statusCode(200).extract().asString());
    assertThat(planned.select("form > p").text())
        .containsPattern("At most \\$\\d+\\.\\d\\d in the first year");
    assertThat(planned.select("form tbody tr").text()).contains("hourly");
    assertThat(planned.select("input[name=model]").val()).isEqualTo(Watched.MODEL);
    assertThat(page("/drift").select("tbody tr")).as("nothing is kept").isEmpty();

    String address = form("add", "2", Watched.MODEL).statusCode(303).extract().header("Location");
    Document added = page(URI.create(address).getPath());
    assertThat(added.select("h1").text()).isEqualTo("By form");
    assertThat(added.select(".lead-in").text()).contains("beside control");
    assertThat(added.select("#requests_per_month").val()).isEqualTo("1200");
    assertThat(added.select("form.actions button").eachText())
        .containsExactly("Start, which costs money");
  }

  @Test
  void theFormNamesTheFieldThatDoesNotFitAndSaysWhyThereIsNoPlan() {
    Document refused =
        Jsoup.parse(form("add", "-1", Watched.MODEL).statusCode(400).extract().asString());
    assertThat(refused.select("#budget_per_month").attr("aria-invalid")).isEqualTo("true");
    assertThat(refused.select("#false_pages_per_year").attr("aria-invalid")).isNotEqualTo("true");

    Document impossible =
        Jsoup.parse(form("plan", "5", "nobody-prices-this").statusCode(200).extract().asString());
    assertThat(impossible.select("form .note").text()).contains("There is no plan");
  }

  @Test
  void aCandidateIsRehearsedOnTheTargetsPage() {
    String address = form("add", "50", Watched.MODEL).statusCode(303).extract().header("Location");
    String id = address.replaceFirst(".*/", "");
    assertThat(page("/drift/" + id).select("#rehearsal-heading")).isEmpty();

    SomeAnswers.ofTasks(UUID.fromString(id), "format", 200, 8, 6, "candidate");

    Document page = page("/drift/" + id);
    assertThat(page.select("#rehearsal-heading").text()).contains(Watched.CONTROL);
    assertThat(page.select("section:has(#rehearsal-heading)").text())
        .contains("no worse", "An answer costs USD 0.0005 less", "format");
  }

  private ValidatableResponse form(String action, String budget, String model) {
    return watched
        .admin()
        .redirects()
        .follow(false)
        .formParam("action", action)
        .formParam("name", "By form")
        .formParam("account", watched.account())
        .formParam("model", model)
        .formParam("control", Watched.CONTROL)
        .formParam("candidate", Watched.CONTROL)
        .formParam("budget_per_month", budget)
        .formParam("false_pages_per_year", "1")
        .formParam("fleet", "20")
        .formParam("requests_per_month", "1200")
        .post("/drift")
        .then();
  }

  @Test
  void theVolumeIsEnteredOnTheTargetsPageAndRefusedBesideItsField() {
    UUID id = watched.started("0.30");

    Document refused = Jsoup.parse(volume(id, "many").statusCode(400).extract().asString());
    assertThat(refused.select("#requests_per_month").attr("aria-invalid")).isEqualTo("true");
    assertThat(refused.select("#requests_per_month").val()).isEqualTo("many");
    volume(id, "").statusCode(400);

    volume(id, "250000").statusCode(303);
    Document page = page("/drift/" + id);
    assertThat(page.select("#requests_per_month").val()).isEqualTo("250000");
    assertThat(page.select("#output_tokens").val()).isEqualTo("300");
  }

  private ValidatableResponse volume(UUID id, String requests) {
    return watched
        .admin()
        .redirects()
        .follow(false)
        .formParam("action", "traffic")
        .formParam("requests_per_month", requests)
        .formParam("input_tokens", "")
        .formParam("output_tokens", requests.isEmpty() ? "" : "300")
        .post("/drift/" + id)
        .then();
  }

  @Test
  void aTargetIsPausedAndStartedByItsButtons() {
    UUID id = watched.started("0.30");

    post(id, "pause");
    assertThat(page("/drift/" + id).select("form.actions button").eachText())
        .containsExactly("Start, which costs money");
    post(id, "start");
    assertThat(page("/drift/" + id).select("form.actions button").eachText())
        .containsExactly("Pause", "Accept as new baseline");
  }

  private void post(UUID id, String action) {
    watched
        .admin()
        .redirects()
        .follow(false)
        .formParam("action", action)
        .post("/drift/" + id)
        .then()
        .statusCode(303);
  }

  @Test
  void aVerdictIsAReportWithExamplesAndItsFile() throws SQLException {
    UUID id = watched.started("0.30");
    UUID verdict = UUID.randomUUID();
    sql(
        """
        insert into drift_verdict select organisation_id, '%s', id, 'tasks', 1, 30, now(), now(), 'confirmed', 'failures',
          true, 'this fine-tune alone', now(),
          '[{"what":"arithmetic","before":0.95,"since":0.7},{"what":"cost","before":0.00125,"since":0.0015}]',
          '[{"family":"arithmetic","prompt":"arithmetic-1","before":"408","after":"<i>418"}]', '{}'
        from drift_target where id = '%s'"""
            .formatted(verdict, id));

    Document page = page("/drift/verdicts/" + verdict);

    assertThat(page.select("h1").text()).isEqualTo("Verdict on Triage");
    assertThat(page.select("section:has(#moved-heading) tbody").text())
        .isEqualTo("arithmetic 0.950 0.700 cost of a call, USD 0.001250 0.001500");
    assertThat(page.select("section:has(#examples-heading) tbody").text())
        .isEqualTo("arithmetic-1 408 <i>418");
    assertThat(page.select("a[download]").attr("href"))
        .isEqualTo("/api/v1/drift/verdicts/" + verdict + "/evidence");
    assertThat(page("/drift/" + id).select("section:has(#verdicts-heading) tbody a").attr("href"))
        .isEqualTo("/drift/verdicts/" + verdict);
  }

  private Document page(String path) {
    return Jsoup.parse(watched.admin().get(path).then().statusCode(200).extract().asString());
  }

  private static void sql(String statements) throws SQLException {
    try (Connection connection = Connections.superuser();
        Statement statement = connection.createStatement()) {
      statement.execute(statements);
    }
  }
}
