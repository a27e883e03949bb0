package dev.plumbline.api.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.api.database.Connections;
import dev.plumbline.api.jobs.JobDesk;
import dev.plumbline.api.notifications.HookServer;
import dev.plumbline.api.notifications.MailServer;
import dev.plumbline.api.probes.Observed;
import dev.plumbline.api.probes.ProbeRuns;
import dev.plumbline.api.probes.Watched;
import dev.plumbline.api.providers.simulator.ChatModel;
import dev.plumbline.api.providers.simulator.OpenAiSimulator;
import dev.plumbline.api.providers.simulator.SimulatedService;
import dev.plumbline.api.time.Ticker;
import dev.plumbline.lifecycle.drift.sequential.BorderStream;
import dev.plumbline.lifecycle.drift.stats.SeededRandom;
import dev.plumbline.lifecycle.probe.plan.Work;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What providers do to a model behind a name, from the provider's answers by HTTP to what a person
 * is sent. Only the time before the change is written past the prober; clocks are simulated, so the
 * same seeds always tell the same story.
 */
@QuarkusTest
class DriftByHttpTest {

  private static final Duration DAY = Duration.ofDays(1);
  private static final List<String> BORDER =
      List.of("aa", "bo", "cu", "de", "fi", "go", "hu", "ka");
  private static final String FAMILY = "extraction";
  private static final Map<String, String> COSTS =
      Map.of("production", "0.00003", "control", "0.000024");

  @Inject DriftJob job;
  @Inject JobDesk jobs;
  @Inject ProbeRuns runs;

  private final Instant start =
      Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(80));
  private final SimulatedTime time = new SimulatedTime(start);
  private final SimulatedService subject = new SimulatedService(7, Watched.MODEL, BORDER);
  private final SimulatedService control = new SimulatedService(8, Watched.CONTROL, BORDER);
  private final Map<String, String> right = new TreeMap<>();
  private final String mail = "drift-" + UUID.randomUUID() + "@example.org";

  private OpenAiSimulator simulator;
  private HookServer hook;
  private Watched watched;
  private UUID target;
  private Instant day = start;

  @BeforeEach
  void begin() throws IOException {
    QuarkusMock.installMockForType(time, Clock.class);
    QuarkusMock.installMockForType(time, Ticker.class);
    simulator = new OpenAiSimulator();
    simulator.timePasses(time::pass);
    hook = new HookServer();
    watched = new Watched(simulator);
    watched.channel(
        Map.of("name", "hook", "kind", "webhook", "address", hook.url(), "min_severity", "info"));
    watched.channel(
        Map.of("name", "page", "kind", "email", "address", mail, "min_severity", "critical"));
  }

  @AfterEach
  void end() {
    hook.close();
    simulator.close();
    assertThat(simulator.objections()).as("of the provider's own description").isEmpty();
  }

  /** A target whose baseline is known, and a day of which the prober has asked. */
  private void service(int tasks, int days, Set<Work> works) throws SQLException {
    IntStream.range(0, tasks)
        .forEach(i -> right.put("task-%02d".formatted(i), "answer %02d".formatted(i)));
    simulator.behave(Watched.MODEL, chat(subject));
    simulator.behave(Watched.CONTROL, chat(control));
    Map<String, Object> wanted = new HashMap<>(watched.wanted("60.00"));
    wanted.put("concurrency", 1); // or answers would take each other's time
    wanted.put("false_pages_per_year", "0.5");
    if (tasks > 0) {
      wanted.put(
          "suite",
          watched.suite(String.join("\n", right.keySet().stream().map(this::line).toList())));
    }
    target = watched.started(wanted);
    sql("update drift_target set seed = 42 where id = '%s'".formatted(target));
    only(works);
    day = start.plus(DAY.multipliedBy(days));
    try (PastAnswers past =
        new PastAnswers(target, Map.of("production", subject, "control", control), COSTS)) {
      if (works.contains(Work.BORDER)) {
        past.border("reference", start, BORDER, 100);
      }
      for (Instant at = start; at.isBefore(day); at = at.plus(DAY)) {
        if (works.contains(Work.TASKS)) {
          past.tasks(at, FAMILY, right);
        }
      }
      for (Instant at = day.minus(DAY.multipliedBy(5));
          at.isBefore(day);
          at = at.plus(Duration.ofHours(1))) {
        past.tripwire(at);
      }
    }
    lives(1);
    assertThat(states()).as("before").containsOnly("ok");
    assertThat(told()).isEmpty();
  }

  private ChatModel chat(SimulatedService service) {
    ChatModel chat = new ChatModel(service);
    right.forEach((id, answer) -> chat.answering("<" + id + ">", answer));
    return chat;
  }

  private String line(String id) {
    return "{\"id\":\"%1$s\",\"family\":\"%2$s\",\"prompt\":\"<%1$s>\",\"expect\":{\"exact\":\"%3$s\"}}"
        .formatted(id, FAMILY, right.get(id));
  }

  /** What is not in the story is not in the schedule, so that a day takes few calls. */
  private void only(Set<Work> works) throws SQLException {
    for (Work work : Work.values()) {
      if (!works.contains(work)) {
        sql(
            "delete from drift_stage where target_id = '%s' and work = '%s'"
                .formatted(target, work.label()));
      }
    }
  }

  /**
   * Days of which the server wakes up at midnight, and while there is a suspicion in the hours
   * after it, twice: what the first minute asks for is carried out in the second.
   */
  private void lives(int days) {
    for (int i = 0; i < days; i++) {
      at(day.plusSeconds(60));
      for (int hour = 1; hour < 9 && states().contains("suspected"); hour++) {
        at(day.plus(Duration.ofHours(hour)).plusSeconds(60));
        at(day.plus(Duration.ofHours(hour)).plusSeconds(120));
      }
      day = day.plus(DAY);
    }
  }

  private void at(Instant moment) {
    time.moveTo(moment);
    assertThat(job.run(watched.organisation()).findings()).isEmpty();
  }

  private List<String> states() {
    return watched
        .admin()
        .get("/api/v1/drift/targets/" + target + "/standing")
        .then()
        .statusCode(200)
        .extract()
        .path("state");
  }

  private String state(Watch watch) {
    return standing(watch, "state");
  }

  private String standing(Watch watch, String field) {
    return watched
        .admin()
        .get("/api/v1/drift/targets/" + target + "/standing")
        .then()
        .extract()
        .path("find { it.watch == '%s' }.%s".formatted(watch.label(), field));
  }

  /** Rules are asked, and what is to be sent is sent; what came, as rule and severity. */
  private List<String> told() {
    runJob("calendar-sweep");
    runJob("notification-delivery");
    long limit = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!open().isEmpty() && System.nanoTime() < limit) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    assertThat(open()).isEmpty();
    return hook.received().stream()
        .map(each -> JsonPath.from(each.body()))
        .flatMap(each -> each.<Map<String, String>>getList("data.alerts").stream())
        .filter(each -> each.get("key").startsWith("drift."))
        .map(each -> each.get("key").replaceAll("/.*", "") + " " + each.get("severity"))
        .distinct()
        .toList();
  }

  private List<Map<String, Object>> open() {
    return watched
        .admin()
        .get("/api/v1/channels/deliveries")
        .then()
        .extract()
        .path("deliveries.findAll { it.state != 'delivered' }");
  }

  private void runJob(String name) {
    watched.admin().post("/api/v1/jobs/" + name + "/runs").then().statusCode(202);
    assertThat(jobs.runLeft(watched.organisation())).isEqualTo(1);
    sql("delete from job_run where organisation_id = '%s'".formatted(watched.organisation().id()));
  }

  private List<String> mails() {
    return MailServer.receivedBy(mail).stream()
        .map(each -> each.message().replace("=\n", ""))
        .toList();
  }

  /** Of the verdict that woke somebody. */
  private String confirmed(String field) {
    return watched
        .admin()
        .get("/api/v1/drift/targets/" + target + "/verdicts")
        .then()
        .extract()
        .path("find { it.state == 'confirmed' && it.page }." + field);
  }

  private void untilConfirmed(Watch watch, int most) {
    for (int i = 0; i < most && !state(watch).equals("confirmed"); i++) {
      lives(1);
    }
    assertThat(state(watch)).as(standing(watch, "reason")).isEqualTo("confirmed");
  }

  private static void sql(String statement) {
    try (Connection connection = Connections.superuser();
        Statement one = connection.createStatement()) {
      one.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void assertPaged() {
    assertThat(told()).contains("drift.confirmed critical");
    assertThat(mails()).hasSize(1);
    assertThat(mails().get(0)).contains("Triage", Watched.MODEL);
  }

  private void assertNobodyIsTold() {
    assertThat(told()).isEmpty();
    assertThat(mails()).isEmpty();
  }

  @Test
  void aSwapIsSuspectedInTheFirstCycleWithinTenCallsThenConfirmedAndPaged() throws SQLException {
    service(30, 30, Set.of(Work.TRIPWIRE, Work.BORDER, Work.TASKS));
    subject.swap();

    at(day.plusSeconds(60));

    assertThat(state(Watch.TOKENS)).isEqualTo("suspected");
    assertThat(callsUntilSuspicion()).isBetween(2, 10);
    assertThat(told()).containsExactly("drift.suspected info");
    assertThat(mails()).isEmpty();

    untilConfirmed(Watch.TOKENS, 2);
    untilConfirmed(Watch.TASKS, 2);
    assertPaged();
  }

  /** G1: one-token calls on the changed model, in their order, until the border stream crosses. */
  private int callsUntilSuspicion() {
    List<Observed> tokens =
        runs.observations(watched.organisation(), target, Set.of(Work.BORDER), start).stream()
            .filter(each -> each.arm().equals("production"))
            .toList();
    Map<String, Map<String, Long>> reference = new TreeMap<>();
    tokens.stream()
        .filter(each -> each.at().isBefore(day))
        .forEach(
            each ->
                reference
                    .computeIfAbsent(each.probe(), none -> new TreeMap<>())
                    .merge(each.firstToken(), 1L, Long::sum));
    BorderStream stream = new BorderStream(reference, new SeededRandom(1));
    int calls = 0;
    for (Observed each : tokens.stream().filter(one -> !one.at().isBefore(day)).toList()) {
      calls++;
      if (stream.observe(each.probe(), each.firstToken()) >= Math.log(1e5)) {
        System.out.println("G1: suspected after " + calls + " one-token calls by HTTP");
        return calls;
      }
    }
    return Integer.MAX_VALUE;
  }

  @Test
  void aQuantisedModelIsConfirmedByItsTasksAndPaged() throws SQLException {
    service(21, 24, Set.of(Work.TRIPWIRE, Work.TASKS));
    subject.quantise();

    untilConfirmed(Watch.TASKS, 6);
    assertPaged();
  }

  @Test
  void aRepointedNameIsConfirmedWithTheModelThatAnswers() throws SQLException {
    service(21, 24, Set.of(Work.TRIPWIRE, Work.TASKS));
    subject.repoint("gpt-4o-2024-11-20");

    untilConfirmed(Watch.TASKS, 3);
    assertPaged();
    assertThat(
            watched
                .admin()
                .get("/api/v1/drift/verdicts/" + confirmed("id") + "/evidence")
                .then()
                .statusCode(200)
                .extract()
                .asString())
        .contains("gpt-4o-2024-11-20");
  }

  @Test
  void aServiceThatBecameSlowerIsConfirmedByItsLatencyAndPaged() throws SQLException {
    service(21, 60, Set.of(Work.TRIPWIRE, Work.TASKS));
    subject.slowDown();

    untilConfirmed(Watch.TASKS, 12);
    assertPaged();
    assertThat(confirmed("reason")).contains("latency");
  }

  @Test
  void anotherMixOfKnownBackendsIsInformationOnly() throws SQLException {
    service(0, 6, Set.of(Work.TRIPWIRE));
    subject.remix();
    for (int hour = 0; hour < 24; hour++) {
      at(day.plus(Duration.ofHours(hour)).plusSeconds(60));
    }

    assertThat(state(Watch.TOKENS)).isEqualTo("serving_change");
    assertNobodyIsTold();
  }

  @Test
  void whatChangesOnAllArmsAtOnceIsTheNetworkAndSuspendsVerdicts() throws SQLException {
    service(0, 6, Set.of(Work.TRIPWIRE, Work.BORDER));
    subject.swap();
    control.swap();

    lives(1);

    assertThat(state(Watch.TOKENS)).isEqualTo("ok");
    assertThat(standing(Watch.TOKENS, "reason")).contains("suspended", "network");
    assertNobodyIsTold();
  }

  @Test
  void aBrokenNetworkIsAGapThatEnds() throws SQLException {
    service(0, 6, Set.of(Work.TRIPWIRE, Work.BORDER));
    simulator.offline(true);

    lives(1);
    assertThat(state(Watch.TOKENS)).isEqualTo("not_measurable");
    assertNobodyIsTold();

    simulator.offline(false);
    lives(1);
    assertThat(state(Watch.TOKENS)).isEqualTo("ok");
    assertNobodyIsTold();
  }

  @Test
  void aModelThatWasShutDownIsGoneAndNoDrift() throws SQLException {
    service(0, 6, Set.of(Work.TRIPWIRE, Work.BORDER));
    subject.shutDown();

    lives(1);

    assertThat(state(Watch.TOKENS)).isEqualTo("gone");
    assertNobodyIsTold();
  }
}
