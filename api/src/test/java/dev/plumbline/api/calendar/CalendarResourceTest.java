package dev.plumbline.api.calendar;

import static dev.plumbline.api.access.TestCallers.as;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;

import dev.plumbline.api.access.TestCaller;
import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The calendar over HTTP; what is recorded belongs to the other organisation. */
@QuarkusTest
class CalendarResourceTest {

  private static final String CALENDAR = "/api/v1/calendar";
  private static final String IMPORTS = CALENDAR + "/imports";

  @Test
  void bothClocksOfFineTunesAreListedWithWhatDecided() {
    as(TestCaller.VIEWER)
        .queryParam("model", "gpt-4o-2024-08-06")
        .queryParam("provider", "openai")
        .get(CALENDAR)
        .then()
        .statusCode(200)
        .body("total", is(3))
        .body(
            "entries.find { it.fine_tunes && it.clock == 'inference' }.day", equalTo("2027-01-14"))
        .body(
            "entries.find { it.fine_tunes && it.clock == 'inference' }.rule",
            equalTo("ANNOUNCEMENT_TEXT"))
        .body("entries.find { it.fine_tunes && it.clock == 'training' }.day", equalTo("2027-01-06"))
        .body("entries.decided_by.source_kind", everyItem(equalTo("mirror")))
        .body("customer_classes.provider", everyItem(equalTo("openai")))
        .body("customer_classes[0].customer", equalTo("active"))
        .body("customer_classes[0].assumed", is(true))
        // other tests may have added accounts of this organisation
        .body(
            "customer_classes[0].reason",
            oneOf(
                "nothing is known of fine-tuning there",
                "no call of a fine-tune is known, but not everything was read"));
  }

  @Test
  void anAliasAndOneFineTuneAreAskedForByName() {
    list("model", "gpt-4o", "provider", "openai")
        .body("entries.model", hasItem("fine-tunes of gpt-4o-2024-08-06"));
    list("model", "ft:gpt-4o-2024-08-06:acme::AbC1")
        .body("entries.day", hasItems("2027-01-06", "2027-01-14"));
  }

  @Test
  void announcedAndSeenMovesOfAliasesAreBothThere() {
    as(TestCaller.VIEWER)
        .queryParam("model", "gpt-3.5-turbo")
        .queryParam("provider", "openai")
        .get(CALENDAR + "/alias-moves")
        .then()
        .statusCode(200)
        // users still saw the snapshot before on 2024-02-20
        .body(
            "alias_moves.findAll { it.snapshot == 'gpt-3.5-turbo-0125' }.effective_on",
            contains("2024-02-21", "2024-02-16"))
        .body(
            "alias_moves.findAll { it.snapshot == 'gpt-3.5-turbo-0125' }.observed",
            contains(true, false))
        .body("alias_moves.find { it.kind == 'repoint' }.announced_on", equalTo("2023-06-13"));
    ExtractableResponse<?> first =
        as(TestCaller.VIEWER)
            .queryParam("limit", "2")
            .get(CALENDAR + "/alias-moves")
            .then()
            .body("alias_moves", hasSize(2))
            .extract();
    as(TestCaller.VIEWER)
        .queryParam("after", first.<String>path("next"))
        .get(CALENDAR + "/alias-moves")
        .then()
        .body("alias_moves.id", not(hasItem(first.<String>path("alias_moves[1].id"))));
  }

  @Test
  void rangesSeverityAndADayOfThePastNarrowTheList() {
    list("from", "2027-01-14", "to", "2027-01-15", "clock", "inference")
        .body("entries.day", everyItem(equalTo("2027-01-14")))
        .body("entries", hasSize(greaterThan(3)));
    list("severity", "critical", "limit", "500")
        .body("entries.severity", everyItem(equalTo("critical")));
    list("model", "gpt-4o-2024-08-06", "provider", "openai", "at", "2026-06-01")
        .body("entries.findAll { it.day == '2027-01-14' }", hasSize(0));
  }

  @Test
  void aListIsReadInPagesWithoutGapsOrRepetition() {
    List<String> ids = new ArrayList<>();
    String next = null;
    do {
      var request = as(TestCaller.READ).queryParam("provider", "openai").queryParam("limit", "70");
      var page =
          (next == null ? request : request.queryParam("after", next))
              .get(CALENDAR)
              .then()
              .statusCode(200)
              .extract();
      ids.addAll(page.path("entries.id"));
      next = page.path("next");
    } while (next != null);

    int total = list("provider", "openai").extract().path("total");
    assertThat(ids).hasSize(total).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "clock, sideways, clock",
    "from, yesterday, from",
    "from, 1200-01-01, from",
    "severity, awful, severity",
    "used, maybe, used",
    "limit, 501, limit",
    "limit, 0, limit",
    "limit, 99999999999, limit",
    "after, x, after",
    "provider, UPPER CASE, provider"
  })
  void aWrongParameterIsNamed(String name, String value, String field) {
    as(TestCaller.VIEWER)
        .queryParam(name, value)
        .get(CALENDAR)
        .then()
        .statusCode(400)
        .body("field", equalTo(field));
  }

  @Test
  void aHistorySaysWhichStatementDecidedAndWhatWasConsidered() {
    as(TestCaller.VIEWER)
        .queryParam("provider", "azure")
        .queryParam("model", "gpt-4o-2024-08-06")
        .get(CALENDAR + "/history")
        .then()
        .statusCode(200)
        .body("entry.disputed_by", hasSize(1))
        .body("statements.findAll { it.part == 'decides' }", hasSize(1))
        .body("statements.part", hasItem("contradicts"))
        .body("moves.event", hasItem("date.disputed"));
    as(TestCaller.VIEWER)
        .queryParam("model", "no-such-model")
        .get(CALENDAR + "/history")
        .then()
        .statusCode(404);
  }

  @Test
  void everyClaimIsPublishedSoThatItCanBeReadAgain() {
    List<Map<String, Object>> claims =
        as(TestCaller.SCAN).get(CALENDAR + "/claims").then().extract().path("claims");

    assertThat(claims.size()).isGreaterThanOrEqualTo(DeprecationCalendar.bundled().claims().size());
  }

  @Test
  void documentsReplayedInOrderGiveExactlyTheEventsOfTheCases() throws IOException {
    Map<String, List<String>> expected = new LinkedHashMap<>();
    for (String line : cases()) {
      String[] cells = line.split(",", -1);
      approve(propose(cells[1], cells[0], document(cells)));
      for (String event : cells[5].split(" ")) {
        if (!event.isEmpty()) {
          expected
              .computeIfAbsent(cells[2], model -> new ArrayList<>())
              .add(cells[0] + " " + event);
        }
      }
    }

    expected.forEach(
        (model, events) ->
            assertThat(new TreeSet<>(eventsOf(model))).as(model).isEqualTo(new TreeSet<>(events)));
    assertThat(eventsOf("case-dispute")).hasSize(expected.get("case-dispute").size());
    as(TestCaller.ADMIN_TOKEN)
        .queryParam("model", "case-later")
        .get(CALENDAR + "/events")
        .then()
        .body("events", hasSize(0));
  }

  private static List<String> cases() throws IOException {
    try (InputStream file = CalendarResourceTest.class.getResourceAsStream("moves.csv")) {
      return new String(file.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("seen_at"))
          .toList();
    }
  }

  private static String document(String[] cells) {
    return cells[1].equals("csv")
        ? "provider,model,date,certainty,seen_at\nopenai,%s,%s,%s,%s\n"
            .formatted(cells[2], cells[3], cells[4], cells[0])
        : """
        [{"provider":"openai","model_id":"%s","shutdown_date":"%s","last_observed":"%s"}]"""
            .formatted(cells[2], cells[3], cells[0]);
  }

  private static List<String> eventsOf(String model) {
    List<Map<String, String>> events =
        stranger()
            .queryParam("model", model)
            .get(CALENDAR + "/events")
            .then()
            .statusCode(200)
            .extract()
            .path("events");
    return events.stream()
        .map(each -> each.get("seen_on") + " " + each.get("event") + ":" + each.get("severity"))
        .toList();
  }

  @Test
  void nothingChangesBeforeAnImportIsApprovedAndOnlyTheDiffThatWasSeenIs() {
    String rows = "provider,model,date\nopenai,case-diff,2027-06-01\n";
    ExtractableResponse<?> first = propose("csv", "2026-11-01", rows);
    String id = first.path("document.id");
    assertThat(first.<String>path("changes[0].change")).isEqualTo("new");
    assertThat(first.<String>path("changes[0].after")).isEqualTo("2027-06-01");
    assertThat(first.<Integer>path("changes[0].line")).isEqualTo(2);
    assertThat(propose("csv", "2026-11-01", rows).<String>path("document.id")).isEqualTo(id);
    stranger().queryParam("model", "case-diff").get(CALENDAR).then().body("total", is(0));

    approve(propose("csv", "2026-11-02", rows.replace("2027-06-01", "2027-07-01")));

    decide(id, "approve", "{\"diff\":\"" + first.path("diff") + "\"}")
        .statusCode(409)
        .body("field", equalTo("diff"));
    decide(id, "refuse", "{\"reason\":\" \"}").statusCode(400).body("field", equalTo("reason"));
    decide(id, "refuse", "{\"reason\":\"older than what we have\"}")
        .statusCode(200)
        .body("state", equalTo("refused"));
    decide(id, "approve", "{\"diff\":\"" + first.path("diff") + "\"}").statusCode(409);
    stranger()
        .get(IMPORTS + "/" + id)
        .then()
        .statusCode(200)
        .body("document.reason", equalTo("older than what we have"));
    stranger()
        .queryParam("model", "case-diff")
        .get(CALENDAR)
        .then()
        .body("entries[0].day", equalTo("2027-07-01"))
        .body("entries[0].decided_by.source_kind", equalTo("manual"));
  }

  @Test
  void anApprovedImportStillShowsWhatItChangedThen() {
    ExtractableResponse<?> proposed =
        propose("csv", "2026-11-01", "provider,model,date\nopenai,case-then,2027-06-01\n");
    approve(proposed);

    stranger()
        .get(IMPORTS + "/" + proposed.path("document.id"))
        .then()
        .body("document.state", equalTo("approved"))
        .body("changes.change", equalTo(List.of("new")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "csv | provider,model,date,colour\\nopenai,a,2027-01-01,red | unknown column 'colour'",
        "csv | provider,model\\nopenai,a | lacks the column date",
        "csv | provider,model,date\\nopenai,Agent Builder,2027-01-01 | csv:2 model",
        "csv | provider,model,date\\nopenai,a,soon | csv:2 date",
        "json | {\"a\":1 | no JSON",
        "openai-page | <p>nothing</p> | no table",
        "novel | x | one of openai-page"
      })
  void aDocumentThatCannotBeTakenIsRefusedWithItsReason(String kind, String text, String reason) {
    stranger()
        .contentType("text/plain")
        .body(text.replace("\\n", "\n"))
        .post(IMPORTS + "?kind=" + kind)
        .then()
        .statusCode(400)
        .body("detail", containsString(reason));
  }

  @Test
  void theLineOfTheFirstMistakeIsAFieldOfTheProblem() {
    stranger()
        .contentType("text/csv")
        .body("provider,model,date\nopenai,case-line,soon\n")
        .post(IMPORTS + "?kind=csv")
        .then()
        .statusCode(400)
        .body("line", is(2))
        .body("field", equalTo("date"));
  }

  @Test
  void aPageThatLostMostOfItsRowsIsRefused() {
    stranger()
        .contentType("text/markdown")
        .body(
            """
            ## 2026-11-01: one table

            | Shutdown date | Model | Recommended replacement |
            | --- | --- | --- |
            | 2027-06-01 | gpt-4o-2024-08-06 | gpt-6 |
            """)
        .post(IMPORTS + "?kind=openai-page")
        .then()
        .statusCode(400)
        .body("detail", containsString("gone"));
  }

  @Test
  void whatIsNoTextOrOfADayToComeIsRefused() {
    stranger()
        .contentType("text/csv")
        .body(new byte[] {'a', (byte) 0xC3})
        .post(IMPORTS + "?kind=csv")
        .then()
        .statusCode(400)
        .body("detail", containsString("UTF-8"));
    stranger()
        .contentType("text/csv")
        .body("provider,model,date\nopenai,a,2027-01-01\n")
        .post(IMPORTS + "?kind=csv&seen_at=2099-01-01")
        .then()
        .statusCode(400)
        .body("field", equalTo("seen_at"));
  }

  private static ValidatableResponse list(String... parameters) {
    RequestSpecification request = as(TestCaller.VIEWER);
    for (int i = 0; i < parameters.length; i += 2) {
      request.queryParam(parameters[i], parameters[i + 1]);
    }
    return request.get(CALENDAR).then().statusCode(200);
  }

  private static RequestSpecification stranger() {
    return as(TestCaller.OTHER_TOKEN);
  }

  private static ExtractableResponse<?> propose(String kind, String seenAt, String text) {
    return stranger()
        .contentType("text/plain")
        .body(text)
        .post(IMPORTS + "?kind=" + kind + "&seen_at=" + seenAt)
        .then()
        .statusCode(201)
        .extract();
  }

  private static void approve(ExtractableResponse<?> proposed) {
    decide(proposed.path("document.id"), "approve", "{\"diff\":\"" + proposed.path("diff") + "\"}")
        .statusCode(200);
  }

  private static ValidatableResponse decide(String id, String how, String body) {
    return stranger()
        .contentType("application/json")
        .body(body)
        .post(IMPORTS + "/" + id + "/" + how)
        .then();
  }
}
