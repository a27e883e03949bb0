package dev.plumbline.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.plumbline.api.database.Connections;
import dev.plumbline.api.identity.Scope;
import dev.plumbline.api.jobs.JobDesk;
import dev.plumbline.api.probes.Watched;
import dev.plumbline.api.providers.simulator.OpenAiSimulator;
import dev.plumbline.api.tokens.MadeTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code drift run} and {@code drift report} against the running server. */
@QuarkusTest
class DriftServerCommandsTest {

  private static final String TARGET = "Triage";

  @TestHTTPResource("/")
  String address;

  @Inject JobDesk jobs;

  private OpenAiSimulator simulator;
  private Watched watched;
  private String token;

  @BeforeEach
  void start() throws IOException {
    simulator = new OpenAiSimulator();
    watched = new Watched(simulator);
    token = MadeTokens.token(watched.organisation(), Scope.ADMIN);
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  private CommandLineRun drift(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "drift";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return CommandLineRun.in(
        Map.of("PLUMBLINE_TOKEN", token, "PLUMBLINE_SERVER", address), "", all);
  }

  /** What the server does every minute. */
  private void minutePasses() {
    watched.admin().post("/api/v1/jobs/drift-probes/runs").then().statusCode(202);
    assertThat(jobs.runLeft(watched.organisation())).isEqualTo(1);
    watched
        .admin()
        .get("/api/v1/jobs/drift-probes/runs")
        .then()
        .body("runs[0].state", equalTo("done"));
  }

  private static void sql(String statement) throws SQLException {
    try (Connection connection = Connections.superuser();
        Statement one = connection.createStatement()) {
      one.execute(statement);
    }
  }

  @Test
  void aRunIsAskedForCarriedOutAndReported() {
    watched.started("0.30");

    CommandLineRun run = drift("run", TARGET, "--format", "json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("\"work\" : \"tripwire\"", "\"calls\" : 2");
    assertThat(simulator.requests()).isEmpty(); // by the server, within a minute
    assertThat(drift("report").out()).contains(TARGET, Watched.MODEL, "none yet");

    minutePasses();

    assertThat(simulator.requests()).hasSize(4); // the scheduled slot, and what was asked for
    CommandLineRun report = drift("report", "--format", "csv");
    assertThat(report.exitCode()).as(report.err()).isZero();
    assertThat(report.out())
        .startsWith("target,model,evidence,state,since,reason")
        .contains("tokens,learning,");
  }

  @Test
  void whatCannotBeMeasuredIsNoSuccess() {
    watched.started("0.30");
    simulator.account().keyBecomes("sk-another-0123456789");

    minutePasses();

    CommandLineRun report = drift("report");
    assertThat(report.exitCode()).isEqualTo(ExitCode.PARTIAL.code());
    assertThat(report.out()).contains("not_measurable", "401");
  }

  @Test
  void withoutMoneyARunIsNotMadeAndThatIsSaid() throws SQLException {
    UUID target = watched.started("0.30");
    sql("update drift_target set per_month = '0.00001' where id = '%s'".formatted(target));

    CommandLineRun run = drift("run", TARGET);

    assertThat(run.exitCode()).isEqualTo(ExitCode.PARTIAL.code());
    assertThat(run.out()).contains("not_measured");
    assertThat(run.err()).contains("budget is used up");
    assertThat(simulator.requests()).isEmpty();
  }

  @Test
  void aChangeThatStandsIsAFailedCheckWithItsVerdicts() throws SQLException {
    UUID target = watched.started("0.30");
    sql(
        """
        insert into drift_standing select organisation_id, id, 'tokens', 1, 30, 'confirmed', 'failures', now()
        from drift_target where id = '%s'"""
            .formatted(target));
    sql(
        """
        insert into drift_verdict select organisation_id, gen_random_uuid(), id, 'tokens', 1, 30, now(), now(),
          'confirmed', 'more failures', true, 'this model', null, '[]', '[]', '' from drift_target where id = '%s'"""
            .formatted(target));

    CommandLineRun all = drift("report");
    assertThat(all.exitCode()).isEqualTo(ExitCode.CHECK_FAILED.code());
    assertThat(all.out()).contains(TARGET, "confirmed", "failures");
    CommandLineRun one = drift("report", TARGET, "--format", "json");
    assertThat(one.exitCode()).isEqualTo(ExitCode.CHECK_FAILED.code());
    assertThat(one.out()).contains("\"state\" : \"confirmed\"", "more failures");
    assertThat(drift("report", target.toString()).exitCode()).isEqualTo(1);
  }

  @Test
  void whatTheServerDoesNotKnowOrRefusesHasItsOwnCode() {
    assertThat(drift("report").exitCode()).isZero(); // nothing is watched
    assertThat(drift("report", "nobody").exitCode()).isEqualTo(ExitCode.INPUT_INVALID.code());
    watched.started("0.30");

    CommandLineRun unscheduled = drift("run", TARGET, "--work", "tasks");
    assertThat(unscheduled.exitCode()).isEqualTo(ExitCode.INPUT_INVALID.code());
    assertThat(unscheduled.err().strip()).contains("not in its schedule").hasLineCount(1);
    assertThat(drift("run", TARGET, "--work", "magic").exitCode())
        .isEqualTo(ExitCode.INPUT_INVALID.code());
    assertThat(drift("run").exitCode()).isEqualTo(ExitCode.USAGE.code());
    token = "plb_live_000000000000_" + "0".repeat(49);
    assertThat(drift("report").exitCode()).isEqualTo(ExitCode.SERVER.code());
  }
}
