package dev.plumbline.api.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import dev.plumbline.api.credentials.SomeCallers;
import dev.plumbline.api.database.Connections;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.probes.Watched;
import dev.plumbline.api.providers.simulator.OpenAiSimulator;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A model that somebody plans to move to, judged by its answers beside the present one's. */
@QuarkusTest
class RehearsalTest {

  @Inject Rehearsals rehearsals;

  private OpenAiSimulator simulator;
  private Watched watched;
  private UUID target;

  @BeforeEach
  void start() throws IOException {
    simulator = new OpenAiSimulator();
    watched = new Watched(simulator);
    target = target("candidate");
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void everyFamilyIsJudgedAndTheCostIsExact() {
    SomeAnswers.ofTasks(target, "format", 200, 8, 6);

    rehearsal("")
        .statusCode(200)
        .body("reference", equalTo(Watched.MODEL))
        .body("candidate", equalTo(Watched.CONTROL))
        .body("outcome", equalTo("non_inferior"))
        .body("families[0].pairs", is(200))
        .body("families[0].lost", is(8))
        .body("families[0].gained", is(6))
        .body("cost.reference", equalTo("0.0015"))
        .body("cost.difference", equalTo("-0.0005"))
        .body("disagreements", hasSize(14))
        .body("disagreements[0].lost_or_gained", equalTo("lost"))
        .body("disagreements[0].candidate", startsWith("answer"));
  }

  @Test
  void oneWorseFamilyIsEnoughAndMarginsAreTheUsers() {
    SomeAnswers.ofTasks(target, "format", 200, 8, 6);
    SomeAnswers.ofTasks(target, "refusal", 200, 40, 0);

    rehearsal("").body("outcome", equalTo("inferior"));
    rehearsal("?family_margin=refusal=0.3").body("outcome", equalTo("non_inferior"));
    rehearsal("?margin=0.001").body("outcome", equalTo("inferior"));
    rehearsal("?family_margin=refuse=0.3").statusCode(400).body("field", equalTo("family_margin"));
    rehearsal("?margin=2").statusCode(400).body("field", equalTo("margin"));
  }

  @Test
  void aPromptThatWasAskedAgainCountsOnce() {
    SomeAnswers.ofTasks(target, "format", 30, 1, 0);
    SomeAnswers.ofTasks(target, "format", 30, 1, 0);

    rehearsal("")
        .body("families[0].pairs", is(30))
        .body("outcome", equalTo("inconclusive"))
        .body("pairs_missing", is(53)); // psi 1/30, delta .05: 82.4 rounded up, less 30
  }

  @Test
  void itBecomesEvidenceOfAPlanThatComputesTheSameAgain() {
    SomeAnswers.ofTasks(target, "format", 200, 8, 6);
    String plan =
        watched
            .admin()
            .contentType("application/json")
            .body("{\"provider\":\"openai\",\"model\":\"%s\"}".formatted(Watched.MODEL))
            .post("/api/v1/exit-plans")
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    String link =
        watched
            .admin()
            .contentType("application/json")
            .body("{\"plan\":\"%s\"}".formatted(plan))
            .post("/api/v1/drift/targets/" + target + "/rehearsal/evidence")
            .then()
            .statusCode(200)
            .body("evidence[0].name", equalTo("rehearsal of " + Watched.CONTROL))
            .body("evidence[0].note", containsString("no worse"))
            .extract()
            .path("evidence[0].link");

    SomeAnswers.ofTasks(target, "refusal", 50, 50, 0);
    rehearsal("").body("outcome", equalTo("inferior"));
    URI address = URI.create(link);
    watched
        .admin()
        .get(address.getPath() + "?" + address.getQuery())
        .then()
        .statusCode(200)
        .body("outcome", equalTo("non_inferior"))
        .body("families", hasSize(1));
  }

  @Test
  void thePageJudgesAnewOnlyAfterARunHasEnded() throws SQLException {
    Caller reader = SomeCallers.operator(organisation());
    assertThat(rehearsals.last(reader, target)).isEmpty();

    SomeAnswers.ofTasks(target, "format", 200, 8, 6);
    RehearsalView first = rehearsals.last(reader, target).orElseThrow();
    assertThat(rehearsals.last(reader, target).orElseThrow()).isSameAs(first);

    SomeAnswers.ofTasks(target, "refusal", 200, 40, 0);
    assertThat(rehearsals.last(reader, target).orElseThrow().outcome()).isEqualTo("inferior");
    assertThat(first.outcome()).isEqualTo("non_inferior");
  }

  private Organisation organisation() throws SQLException {
    try (Connection connection = Connections.superuser();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select organisation_id from drift_target where id = '%s'".formatted(target))) {
      row.next();
      return new Organisation(row.getObject(1, UUID.class));
    }
  }

  @Test
  void withoutACandidateOrAnswersItSaysWhatIsMissing() {
    rehearsal("").statusCode(409).body("detail", containsString("no prompt was answered"));
    UUID other = target("control");
    assertThat(other).isNotEqualTo(target);
    watched
        .admin()
        .get("/api/v1/drift/targets/" + other + "/rehearsal")
        .then()
        .statusCode(409)
        .body("detail", containsString("no arm with the role candidate"));
  }

  private UUID target(String role) {
    Map<String, Object> wanted = new HashMap<>(watched.wanted("50"));
    wanted.put("name", "Move " + role);
    wanted.put("fleet", 10);
    wanted.put(
        "arms",
        List.of(
            Watched.arm("production", "subject", watched.account(), Watched.MODEL),
            Watched.arm("next", role, watched.account(), Watched.CONTROL)));
    String id =
        watched
            .admin()
            .contentType("application/json")
            .body(wanted)
            .post("/api/v1/drift/targets")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    return UUID.fromString(id);
  }

  private ValidatableResponse rehearsal(String query) {
    return watched.admin().get("/api/v1/drift/targets/" + target + "/rehearsal" + query).then();
  }
}
