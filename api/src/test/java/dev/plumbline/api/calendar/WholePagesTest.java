package dev.plumbline.api.calendar;

import static dev.plumbline.api.access.TestCallers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.plumbline.api.access.TestCaller;
import dev.plumbline.lifecycle.deprecation.DateClaim;
import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import dev.plumbline.lifecycle.deprecation.LifeClock;
import dev.plumbline.lifecycle.deprecation.Subject.Kind;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Whole pages of two providers, in the form of their tables, from the upload to the calendar. A
 * page that lost its rows is refused, so each has all rows that are known of it, and news.
 */
@QuarkusTest
class WholePagesTest {

  private static final String CALENDAR = "/api/v1/calendar";
  private static final String SEEN = "2026-11-20";
  private static final DateTimeFormatter WORDS =
      DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.ENGLISH);

  /** What a page says of one model. */
  private record Row(Optional<LocalDate> day, Optional<String> replacement) {}

  @Test
  void openAisPageBecomesAProposalThenACalendar() {
    Map<String, Row> known = rows("openai-page", LifeClock.INFERENCE, Kind.BASE);
    rows("openai-page", LifeClock.INFERENCE, Kind.FAMILY)
        .forEach((family, row) -> known.put("ft-" + family, row));
    assertThat(known).hasSizeGreaterThan(50);
    StringBuilder page =
        new StringBuilder(
            """
            # Deprecations

            ## Upcoming deprecations

            ### 2026-11-19: Snapshots of whole pages

            On November 19, 2026, we told developers who use these snapshots. Fine-tuned versions of
            them are also shut down on that day.

            | Shutdown date | Model / system | Recommended replacement |
            | --- | --- | --- |
            | Jun 1, 2027 | `whole-page-2026-01-01` \\| `whole-page` | `whole-page-next` |
            | Jun 1, 2027 | Pages API | --- |

            ## Past deprecations

            ### All that was said before

            | Shutdown date | Deprecated model | Recommended replacement |
            | --- | --- | --- |
            """);
    known.forEach(
        (model, row) ->
            row.day()
                .ifPresent(
                    day ->
                        page.append(
                            "| %s | `%s` | %s |\n"
                                .formatted(
                                    WORDS.format(day),
                                    model,
                                    row.replacement().map("`%s`"::formatted).orElse("---")))));

    ExtractableResponse<?> proposed = propose("openai-page", page.toString());

    assertThat(proposed.<List<Map<String, Object>>>path("changes"))
        .filteredOn(change -> change.toString().contains("whole-page-2026-01-01"))
        .extracting(change -> change.get("change"), change -> change.get("after"))
        .contains(tuple("new", "2027-06-01"));
    assertThat(proposed.<List<String>>path("findings.code")).contains("NO_MODEL_ID");
    list("whole-page-2026-01-01").body("total", equalTo(0));

    approve(proposed);

    list("whole-page-2026-01-01")
        .body("entries.find { !it.fine_tunes }.day", equalTo("2027-06-01"))
        .body("entries.find { !it.fine_tunes }.decided_by.source_kind", equalTo("provider_page"))
        .body("entries.find { !it.fine_tunes }.replacement", equalTo("whole-page-next"))
        .body(
            "entries.find { it.fine_tunes && it.clock == 'inference' }.rule",
            equalTo("ANNOUNCEMENT_TEXT"));
    events("whole-page-2026-01-01").body("events.event", hasItem("date.announced"));
  }

  @Test
  void azuresPageKeepsItsTwoTablesApart() {
    Map<String, Row> bases = rows("microsoft-schedule", LifeClock.INFERENCE, Kind.BASE);
    Map<String, Row> tuned = rows("microsoft-schedule", LifeClock.INFERENCE, Kind.TUNED);
    Map<String, Row> training = rows("microsoft-schedule", LifeClock.TRAINING, Kind.TUNED);
    StringBuilder page =
        new StringBuilder(
            """
            ## Models sold by Azure

            ### Azure OpenAI

            | Model | Version | Lifecycle | Retirement date | Replacement |
            |-------|---------|-----------|-----------------|-------------|
            | gpt-page | 2026-01-01 | GA | 2027-06-01 | gpt-next |
            """);
    bases.forEach(
        (model, row) ->
            page.append(
                "| %s | GA | %s | — |\n"
                    .formatted(cells(model), row.day().map(LocalDate::toString).orElse("—"))));
    page.append(
        """

        #### Fine-tuned models

        Fine-tuned models retire in two phases: *training* and *deployment*.

        | Model | Version | Training retirement date | Deployment retirement date |
        |-------|---------|--------------------------|----------------------------|
        | gpt-page | 2026-01-01 | No earlier than 2027-12-01<sup>1</sup> | 2028-06-01 |
        """);
    tuned.forEach(
        (model, row) ->
            page.append(
                "| %s | No earlier than %s | %s |\n"
                    .formatted(
                        cells(model),
                        Optional.ofNullable(training.get(model))
                            .flatMap(Row::day)
                            .or(row::day)
                            .map(LocalDate::toString)
                            .orElse("—"),
                        row.day().map(LocalDate::toString).orElse("—"))));
    page.append("\n<sup>1</sup> For existing customers only.\n");

    ExtractableResponse<?> proposed = propose("azure-page", page.toString());
    assertThat(proposed.<List<Map<String, Object>>>path("changes"))
        .filteredOn(change -> change.toString().contains("gpt-page"))
        .hasSize(3);
    approve(proposed);

    list("gpt-page-2026-01-01")
        .body("entries.find { !it.fine_tunes }.day", equalTo("2027-06-01"))
        .body(
            "entries.find { it.fine_tunes && it.clock == 'inference' }.day", equalTo("2028-06-01"))
        .body(
            "entries.find { it.fine_tunes && it.clock == 'training' }.day", equalTo("2027-12-01"));
  }

  /** The base has dashes of its own, and the version is what follows on the name. */
  private static String cells(String model) {
    var version = java.util.regex.Pattern.compile("-([0-9]{4}-[0-9]{2}-[0-9]{2}|[^-]+)$");
    var matcher = version.matcher(model);
    return matcher.find()
        ? model.substring(0, matcher.start()) + " | " + matcher.group(1)
        : model + " | 1";
  }

  /** What ships of a document, the newest of each model. */
  private static Map<String, Row> rows(String document, LifeClock clock, Kind kind) {
    Map<String, Row> rows = new LinkedHashMap<>();
    for (DateClaim claim : DeprecationCalendar.bundled().claims()) {
      if (claim.evidence().document().equals(document)
          && claim.clock() == clock
          && claim.subject().kind() == kind) {
        rows.put(claim.subject().name(), new Row(claim.date(), claim.replacement()));
      }
    }
    return rows;
  }

  private static ValidatableResponse list(String model) {
    return as(TestCaller.OTHER_TOKEN)
        .queryParam("model", model)
        .get(CALENDAR)
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse events(String model) {
    return as(TestCaller.OTHER_TOKEN)
        .queryParam("model", model)
        .get(CALENDAR + "/events")
        .then()
        .statusCode(200);
  }

  private static ExtractableResponse<?> propose(String kind, String text) {
    return as(TestCaller.OTHER_TOKEN)
        .contentType("text/markdown")
        .body(text)
        .post(CALENDAR + "/imports?kind=" + kind + "&seen_at=" + SEEN)
        .then()
        .log()
        .ifValidationFails()
        .statusCode(201)
        .extract();
  }

  private static void approve(ExtractableResponse<?> proposed) {
    as(TestCaller.OTHER_TOKEN)
        .contentType("application/json")
        .body("{\"diff\":\"" + proposed.path("diff") + "\"}")
        .post(CALENDAR + "/imports/" + proposed.path("document.id") + "/approve")
        .then()
        .statusCode(200);
  }
}
