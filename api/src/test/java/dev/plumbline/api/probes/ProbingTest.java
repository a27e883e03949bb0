package dev.plumbline.api.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.plumbline.api.database.Connections;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.probes.ProbeRun.Outcome;
import dev.plumbline.api.providers.simulator.ChatModel;
import dev.plumbline.api.providers.simulator.OpenAiSimulator;
import dev.plumbline.api.providers.simulator.SimulatedService;
import dev.plumbline.core.money.Money;
import dev.plumbline.lifecycle.probe.plan.Work;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Suites, targets and runs as callers use them, against a simulated provider. */
@QuarkusTest
class ProbingTest {

  @Inject Probing probing;
  @Inject ProbeRuns runs;
  @Inject Prober prober;
  @Inject Targets targets;

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
    assertThat(simulator.objections()).isEmpty();
  }

  @Test
  void aPlanIsShownBeforeAnythingIsSpent() {
    watched
        .admin()
        .contentType(ContentType.JSON)
        .body(watched.wanted("20.00"))
        .post("/api/v1/drift/plan")
        .then()
        .statusCode(200)
        .body("status", equalTo("scheduled"))
        .body("stages.work", hasItem("tripwire"))
        .body("stages[0].arms[0].price_rows", hasSize(2))
        // 8 tokens in, 16 out, 2.50 and 10 for a million
        .body("stages.find { it.work == 'tripwire' }.arms[0].amount", equalTo("0.00018"))
        .body("stages.find { it.work == 'tripwire' }.arms[0].input_exact", equalTo(true));

    assertThat(simulator.requests()).isEmpty();
  }

  @Test
  void aModelWithoutAPriceHasNoPlanAndIsNoTarget() {
    Map<String, Object> wanted = new HashMap<>(watched.wanted("20.00"));
    wanted.put("arms", List.of(Watched.arm("own", "subject", watched.account(), "our-own-llama")));

    watched
        .admin()
        .contentType(ContentType.JSON)
        .body(wanted)
        .post("/api/v1/drift/plan")
        .then()
        .statusCode(200)
        .body("status", equalTo("impossible"))
        .body("reasons[0]", containsString("our-own-llama"));
    watched
        .admin()
        .contentType(ContentType.JSON)
        .body(wanted)
        .post("/api/v1/drift/targets")
        .then()
        .statusCode(409);
  }

  @Test
  void aRefusedLineOfASuiteIsToldWithItsNumberAndField() {
    watched
        .admin()
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "name",
                "mine",
                "lines",
                "{\"id\":\"a\",\"family\":\"f\",\"prompt\":\"p\",\"expect\":{\"exact\":\"x\"}}\n"
                    + "{\"id\":\"b\",\"family\":\"f\",\"prompt\":\"p\",\"expect\":{\"regex\":\"(\"}}"))
        .post("/api/v1/probe-suites")
        .then()
        .statusCode(400)
        .body("line", equalTo(2))
        .body("field", equalTo("expect.regex"));
  }

  @Test
  void aSuiteIsFrozenAndTheSameContentIsTheSameVersion() {
    String line = "{\"id\":\"a\",\"family\":\"f\",\"prompt\":\"p\",\"expect\":{\"exact\":\"x\"}}";

    String first = suite(line, 1);
    assertThat(suite(line, 1)).isEqualTo(first);
    assertThat(suite(line.replace("\"p\"", "\"q\""), 2)).isNotEqualTo(first);
  }

  private String suite(String line, int version) {
    return watched
        .admin()
        .contentType(ContentType.JSON)
        .body(Map.of("name", "mine", "lines", line))
        .post("/api/v1/probe-suites")
        .then()
        .statusCode(201)
        .body("version", equalTo(version))
        .extract()
        .path("id");
  }

  @Test
  void nothingIsAskedBeforeTheStart() {
    String id =
        watched
            .admin()
            .contentType(ContentType.JSON)
            .body(watched.wanted("5.00"))
            .post("/api/v1/drift/targets")
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    assertThat(probing.active(organisation(UUID.fromString(id)))).isEmpty();
  }

  @Test
  void aDueTripwireAsksEveryArmOnceAndKeepsWhatItCost() {
    simulator.behave(Watched.MODEL, new ChatModel(service()).leastOutput(16));
    Target target = target(watched.started("0.30"));
    Organisation organisation = organisation(target.id());

    probing.carryOut(organisation, target);
    probing.carryOut(organisation, target);

    List<Observed> seen = observed(organisation, target);
    assertThat(seen).extracting(Observed::arm).containsExactly("production", "control");
    assertThat(seen).allMatch(Observed::answered);
    assertThat(seen.get(0).firstToken()).matches("[AB][0-2]");
    assertThat(seen.get(0).logprobs()).hasSize(10);
    assertThat(seen.get(0).model()).contains(Watched.MODEL);
    // 8 in and 1 out, 2.50 and 10 for a million: 0.00003; the control 2.00 and 8.00: 0.000024
    assertThat(runs.spent(organisation, target, Instant.EPOCH)).isEqualTo(Money.usd("0.000054"));
    assertThat(target(target.id()).subject().leastOutput()).isEqualTo(16);
    watched
        .admin()
        .get("/api/v1/drift/targets/" + target.id() + "/runs")
        .then()
        .statusCode(200)
        .body("[0].outcome", equalTo("measured"))
        .body("$", hasSize(1));
    watched
        .admin()
        .get("/api/v1/drift/targets/" + target.id() + "/spending")
        .then()
        .body("spent", equalTo("0.000054"));
  }

  @Test
  void anEndpointWithoutLogProbabilitiesIsAskedForThemOnceAndIsMeasured() throws SQLException {
    simulator.behave(Watched.MODEL, new ChatModel(service()).refusingLogprobs());
    Target target = target(watched.started("0.30"));
    Organisation organisation = organisation(target.id());

    probing.carryOut(organisation, target);
    int first = simulator.requests().size();
    hoursPass(2, target.id());
    probing.carryOut(organisation, target(target.id()));

    assertThat(first).isEqualTo(3); // both arms, and the one that was refused again
    assertThat(simulator.requests()).hasSize(first + 2);
    assertThat(runs.newest(organisation, target.id(), 2))
        .extracting(run -> run.finished().orElseThrow().outcome())
        .containsOnly(Outcome.MEASURED);
    List<Observed> seen = observed(organisation, target);
    assertThat(seen).hasSize(4).allMatch(Observed::answered);
    assertThat(seen)
        .filteredOn(each -> each.arm().equals("production"))
        .allSatisfy(each -> assertThat(each.logprobs()).isEmpty())
        .extracting(Observed::reason)
        .containsOnly("this endpoint offers no log-probabilities");
    // a refusal is free: 2 x (0.00003 + 0.000024)
    assertThat(runs.spent(organisation, target, Instant.EPOCH)).isEqualTo(Money.usd("0.000108"));
    watched
        .admin()
        .get("/api/v1/drift/targets/" + target.id())
        .then()
        .statusCode(200)
        .body("arms[0].facts", contains("this endpoint offers no log-probabilities"))
        .body("arms[1].facts", empty());
    watched
        .admin()
        .get("/drift/" + target.id())
        .then()
        .statusCode(200)
        .body(containsString("production: this endpoint offers no log-probabilities"));
  }

  @Test
  void aDeploymentAtAzureIsAskedByItsNameAndPricedByItsModel() throws IOException {
    String ofAzure = "gpt-4o-2024-11-20";
    try (OpenAiSimulator azure = OpenAiSimulator.azure()) {
      azure.account().add(ofAzure);
      azure.account().means("support", ofAzure);
      azure.behave(ofAzure, new ChatModel(new SimulatedService(1, ofAzure, List.of())));
      String account = watched.account("azure", azure);
      watched.deployed("support", ofAzure);
      Map<String, Object> wanted = new HashMap<>(watched.wanted("0.17"));
      wanted.put("arms", List.of(Watched.arm("production", "subject", account, "support")));
      Target target = target(watched.started(wanted));

      probing.carryOut(organisation(target.id()), target);

      List<Observed> seen = observed(organisation(target.id()), target);
      assertThat(seen).hasSize(1).allMatch(Observed::answered);
      assertThat(seen.get(0).model()).contains(ofAzure);
      assertThat(seen.get(0).cost()).hasValueSatisfying(cost -> assertThat(cost).isPositive());
      assertThat(azure.requests()).containsExactly("POST /chat/completions");
      assertThat(azure.objections()).isEmpty();
    }
  }

  private static SimulatedService service() {
    return new SimulatedService(1, Watched.MODEL, List.of());
  }

  private static void hoursPass(int hours, UUID target) throws SQLException {
    try (Connection connection = Connections.superuser();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "update drift_target set epoch_at = epoch_at - interval '%d hours' where id = '%s'"
              .formatted(hours, target));
      statement.execute(
          "update probe_run set slot = slot - interval '%d hours' where target_id = '%s'"
              .formatted(hours, target));
    }
  }

  @Test
  void callsThatWereTurnedAwayAreTriedAgainAndCountOnce() {
    Target target = target(watched.started("0.30"));
    simulator.next(OpenAiSimulator.Fault.BUSY);

    probing.carryOut(organisation(target.id()), target);

    assertThat(simulator.requests()).hasSize(3);
    assertThat(observed(organisation(target.id()), target)).hasSize(2);
  }

  @Test
  void aCallWhoseAnswerWasLostIsNotMeasuredAndNotRepeated() {
    Target target = target(watched.started("0.30"));
    simulator.next(OpenAiSimulator.Fault.DROP, OpenAiSimulator.Fault.DROP);

    probing.carryOut(organisation(target.id()), target);

    assertThat(simulator.requests()).hasSize(2);
    ProbeRun run = runs.newest(organisation(target.id()), target.id(), 1).get(0);
    assertThat(run.finished().orElseThrow().outcome()).isEqualTo(Outcome.NOT_MEASURED);
    // nobody knows whether it was paid: both count as dear as may be
    assertThat(runs.spent(organisation(target.id()), target, Instant.EPOCH))
        .isGreaterThan(Money.usd("0.0003"));
  }

  @Test
  void aModelThatWasShutDownIsGone() {
    Target target = target(watched.started("0.30"));
    simulator.account().kill(Watched.MODEL);

    probing.carryOut(organisation(target.id()), target);

    assertThat(
            runs.newest(organisation(target.id()), target.id(), 1)
                .get(0)
                .finished()
                .orElseThrow()
                .outcome())
        .isEqualTo(Outcome.GONE);
  }

  @Test
  void aKilledRunGoesOnAndPaysNoCallTwice() throws SQLException {
    Target target = target(watched.started("60.00"));
    Organisation organisation = organisation(target.id());
    Instant now = Instant.now();
    probing.escalate(organisation, target, Work.OPEN, ProbeRun.Purpose.ESCALATION, now);
    ProbeRun run =
        runs.since(organisation, target.id(), Instant.EPOCH).stream()
            .filter(each -> each.work() == Work.OPEN)
            .findFirst()
            .orElseThrow();
    UUID killed = UUID.randomUUID();
    assertThat(runs.claim(organisation, run.id(), killed, now)).isTrue();
    assertThat(runs.intend(organisation, run.id(), killed, 0, now)).isTrue();
    assertThat(runs.intend(organisation, run.id(), killed, 7, now)).isTrue();
    assertThat(prober.carryOut(organisation, target, run)).isFalse(); // somebody is at it
    expire(run.id());

    assertThat(prober.carryOut(organisation, target, run)).isTrue();

    // 25 questions, ten times, on two arms; two of them were begun before
    assertThat(simulator.requests()).hasSize(500 - 2);
    List<Observed> seen =
        runs.observations(organisation, target.id(), Set.of(Work.OPEN), Instant.EPOCH);
    assertThat(seen).hasSize(500);
    assertThat(seen.stream().filter(each -> !each.answered()).map(Observed::number))
        .containsExactlyInAnyOrder(0, 7);
    assertThat(prober.carryOut(organisation, target, run)).isFalse(); // it has ended
  }

  private static void expire(UUID run) throws SQLException {
    try (Connection connection = Connections.superuser();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "update probe_run set lease_until = now() - interval '1 minute' where id = '%s'"
              .formatted(run));
    }
  }

  @Test
  void withoutMoneyARunIsAVisibleGapAndNothingIsAsked() throws SQLException {
    Target target = target(watched.started("0.30"));
    Organisation organisation = organisation(target.id());
    probing.carryOut(organisation, target);
    try (Connection connection = Connections.superuser();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "update drift_target set per_month = '0.00001' where id = '%s'".formatted(target.id()));
      statement.execute(
          "update probe_run set slot = slot - interval '2 hours' where target_id = '%s'"
              .formatted(target.id()));
    }
    int before = simulator.requests().size();

    probing.carryOut(organisation, target(target.id()));

    assertThat(simulator.requests()).hasSize(before);
    ProbeRun run = runs.newest(organisation, target.id(), 1).get(0);
    assertThat(run.finished().orElseThrow().detail()).contains("budget");
  }

  @Test
  void anObservationIsNeverChanged() throws SQLException {
    Target target = target(watched.started("0.30"));
    probing.carryOut(organisation(target.id()), target);

    try (Connection connection = Connections.superuser();
        Statement statement = connection.createStatement()) {
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> statement.execute("update probe_observation set first_token = 'x'"))
          .hasMessageContaining("never changed");
    }
  }

  @Test
  void onlyTheHashOfAnAnswerIsKeptWhereThatIsWanted() {
    Map<String, Object> wanted = new HashMap<>(watched.wanted("0.30"));
    wanted.put("keep_text", false);
    String id =
        watched
            .admin()
            .contentType(ContentType.JSON)
            .body(wanted)
            .post("/api/v1/drift/targets")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    watched.admin().post("/api/v1/drift/targets/" + id + "/start").then().statusCode(200);
    Target target = target(UUID.fromString(id));

    probing.carryOut(organisation(target.id()), target);

    assertThat(observed(organisation(target.id()), target))
        .allSatisfy(seen -> assertThat(seen.answer()).isEmpty());
  }

  private List<Observed> observed(Organisation organisation, Target target) {
    return runs.observations(organisation, target.id(), Set.of(Work.values()), Instant.EPOCH);
  }

  private Target target(UUID id) {
    return targets.all(organisation(id)).stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Organisation organisation(UUID target) {
    try (Connection connection = Connections.superuser();
        Statement statement = connection.createStatement();
        var found =
            statement.executeQuery(
                "select organisation_id from drift_target where id = '%s'".formatted(target))) {
      found.next();
      return new Organisation(found.getObject(1, UUID.class));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
