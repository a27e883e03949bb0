package dev.plumbline.api.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.plumbline.api.access.TestCaller;
import dev.plumbline.api.access.TestCallers;
import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.organisations.Organisation;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The trail over HTTP and as a page. */
@QuarkusTest
class AuditResourceTest {

  private static final String PATH = "/api/v1/audit";

  @Inject AuditTrail trail;

  private final String subject = UUID.randomUUID().toString();

  @BeforeEach
  void threeEntries() {
    Actor actor = new Actor(Actor.Kind.MEMBER, "m-77", "Mara <script>");
    AuditedChange change = AuditedChange.of("thing.changed", "thing", subject);
    record(actor, change.to(Map.of("name", "=cmd()", "size", "1")));
    record(
        actor, change.from(Map.of("name", "a", "size", "1")).to(Map.of("name", "b", "size", "1")));
    record(Actor.SYSTEM, change.from(Map.of("name", "b")));
  }

  private void record(Actor actor, AuditedChange change) {
    QuarkusTransaction.requiringNew().run(() -> trail.record(Organisation.FIRST, actor, change));
  }

  @Test
  void entriesArePagedInBothDirections() {
    int next =
        given()
            .queryParam("subject_id", subject)
            .queryParam("limit", 2)
            .get(PATH)
            .then()
            .statusCode(200)
            .body("entries.actor_kind", equalTo(List.of("system", "member")))
            .extract()
            .path("next");
    given()
        .queryParam("subject_id", subject)
        .queryParam("after", next)
        .get(PATH)
        .then()
        .body("entries.size()", equalTo(1))
        .body("entries[0].after", equalTo("{\"name\":\"=cmd()\",\"size\":\"1\"}"))
        .body("next", nullValue());
    List<Integer> numbers =
        given()
            .queryParam("order", "oldest")
            .queryParam("subject_id", subject)
            .get(PATH)
            .path("entries.number");
    assertThat(numbers).hasSize(3).isSorted();
    given().get(PATH + "/" + numbers.get(1)).then().body("subject_id", equalTo(subject));
  }

  @ParameterizedTest
  @CsvSource({
    "actor, m-77, 2",
    "actor, mara, 2",
    "actor, nobody, 0",
    "action, thing, 3",
    "action, thing.changed, 3",
    "action, thin, 0",
    "subject_kind, thing, 3",
    "from, 2099-01-01T00:00:00Z, 0",
    "to, 2099-01-01T00:00:00Z, 3"
  })
  void aFilterChooses(String name, String value, int count) {
    given()
        .queryParam("subject_id", subject)
        .queryParam(name, value)
        .get(PATH)
        .then()
        .statusCode(200)
        .body("entries.size()", equalTo(count));
  }

  @ParameterizedTest
  @CsvSource({
    "limit, 501",
    "limit, many",
    "after, -1",
    "order, random",
    "from, yesterday",
    "to, +1000000000-01-01T00:00:00Z"
  })
  void aWrongParameterIsNamed(String name, String value) {
    given().queryParam(name, value).get(PATH).then().statusCode(400).body("field", equalTo(name));
  }

  @Test
  void theFileOfLinesIsWhatTheCommandChecks() {
    ExportedTrail exported = new ExportedTrail();
    exported.head(given().get(PATH + "/head").asString());
    given()
        .queryParam("order", "oldest")
        .get(PATH + ".jsonl")
        .then()
        .statusCode(200)
        .extract()
        .asString()
        .lines()
        .forEach(exported::entry);

    TrailReport report = exported.end();

    assertThat(report.isIntact()).isTrue();
    assertThat(report.heads()).isEqualTo(1);
    assertThat(report.confirmedTo()).isEqualTo(report.number());
  }

  @Test
  void noCellOfTheTableIsAFormula() {
    String csv = given().queryParam("subject_id", subject).get(PATH + ".csv").asString();
    assertThat(csv).startsWith("number,at,actor_kind,actor_id,actor_name,action").contains("m-77");
    assertThat(csv.lines()).hasSize(4);
  }

  @Test
  void headsNameAKeyThatIsPublished() {
    String id = given().get(PATH + "/head").then().statusCode(200).extract().path("key_id");
    given().get(PATH + "/keys").then().body("key_id[0]", equalTo(id));
    given()
        .get(PATH + "/verification")
        .then()
        .statusCode(200)
        .body("intact", equalTo(true))
        .body("hash.length()", equalTo(64));
  }

  @Test
  void anotherOrganisationSeesItsOwnEntriesOnly() {
    TestCallers.as(TestCaller.OTHER_ADMIN)
        .queryParam("limit", 500)
        .get(PATH)
        .then()
        .statusCode(200)
        .body("entries.subject_id", everyItem(not(equalTo(subject))));
  }

  @Test
  void thePageTellsWhoDidWhatAndWhatChanged() {
    String page =
        TestCallers.as(TestCaller.OWNER)
            .queryParam("subject", subject)
            .get("/audit")
            .then()
            .statusCode(200)
            .body(containsString("<h1>Audit</h1>"))
            .extract()
            .asString();
    assertThat(page).contains("Mara &lt;script&gt;").doesNotContain("Mara <script>");
    assertThat(page).contains("thing changed", "/api/v1/audit.csv?subject_id=" + subject);
    assertThat(page).containsPattern("<dt>name</dt><dd><del>.*a</bdi></del>.*b</bdi></ins>");
    assertThat(page).doesNotContain("<dt>size</dt><dd><del>");
  }

  @Test
  void thePageChecksTheTrailAndSaysSo() {
    TestCallers.as(TestCaller.OWNER)
        .queryParam("verify", "now")
        .get("/audit")
        .then()
        .body(containsString("Nothing was tampered with"))
        .body(containsString("Head: entry"));
    TestCallers.as(TestCaller.OWNER)
        .queryParam("actor", "nobody{at}all")
        .get("/audit")
        .then()
        .statusCode(200)
        .body(containsString("Nothing found"));
  }
}
