package dev.plumbline.api.calendar;

import static dev.plumbline.api.access.TestCallers.anonymous;
import static dev.plumbline.api.access.TestCallers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.plumbline.api.access.TestCaller;
import dev.plumbline.api.credentials.SomeCallers;
import dev.plumbline.api.database.Connections;
import dev.plumbline.api.database.SomeOrganisation;
import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.models.Models;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.moves.CalendarEntry;
import dev.plumbline.lifecycle.registry.Custody;
import dev.plumbline.lifecycle.registry.ModelFacts;
import dev.plumbline.lifecycle.registry.ModelKey;
import dev.plumbline.lifecycle.registry.ModelState;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Feeds as a calendar program reads them, without signing in. */
@QuarkusTest
class FeedTest {

  private static final String CALENDAR = "/api/v1/calendar";
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  @Inject Selection selection;
  @Inject Models models;

  @Test
  void aMoveRaisesTheSequenceAndAWithdrawalCancels() {
    say("case-feed", TODAY.plusDays(200).toString(), TODAY.minusDays(20));
    ExtractableResponse<?> feed = feed("case-feed");
    String ics = path(feed, "calendar_url");

    Response first = read(ics);
    assertThat(first.contentType()).isEqualTo("text/calendar;charset=utf-8");
    assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
    assertThat(unfolded(first)).contains("SEQUENCE:0", day(200), "STATUS:CONFIRMED");
    assertThat(read(ics).asByteArray()).isEqualTo(first.asByteArray());
    assertThat(again(ics, first.header("ETag")).statusCode()).isEqualTo(304);

    say("case-feed", TODAY.plusDays(100).toString(), TODAY.minusDays(10));
    Response moved = again(ics, first.header("ETag"));
    assertThat(moved.statusCode()).isEqualTo(200);
    assertThat(unfolded(moved)).contains("SEQUENCE:1", day(100)).doesNotContain(day(200));
    assertThat(line(moved, "UID:")).isEqualTo(line(first, "UID:"));

    say("case-feed", "", TODAY);
    assertThat(unfolded(read(ics))).contains("SEQUENCE:2", "STATUS:CANCELLED");
    assertThat(read(path(feed, "atom_url")).asString())
        .contains("announced for", "moved EARLIER", "was withdrawn")
        .containsOnlyOnce("moved EARLIER");
  }

  @Test
  void announcedAndEffectiveMovesOfAliasesAreEntries() {
    String atom = read(path(feed("gpt-3.5-turbo"), "atom_url")).asString();

    assertThat(atom)
        .contains(
            "gpt-3.5-turbo: was announced to mean gpt-3.5-turbo-0125 from 2024-02-16 on",
            "gpt-3.5-turbo: was seen to mean gpt-3.5-turbo-0125, not before this day")
        // it was new then, and moved from nowhere
        .doesNotContain("to mean gpt-3.5-turbo-0301");
  }

  @Test
  void aCorrectionOfTheSameDayRaisesTheSequenceToo() {
    say("case-same-day", TODAY.plusDays(200).toString(), TODAY);
    String ics = path(feed("case-same-day"), "calendar_url");
    assertThat(unfolded(read(ics))).contains("SEQUENCE:0", day(200));

    say("case-same-day", TODAY.plusDays(150).toString(), TODAY);

    assertThat(unfolded(read(ics))).contains("SEQUENCE:1", day(150)).doesNotContain(day(200));
  }

  @Test
  void aFeedTellsOfAliasesAndOfModelsThatWereSeenOrMissed() throws SQLException {
    ExtractableResponse<?> feed = feed("gpt-4-0613");
    String atom = path(feed, "atom_url");
    SomeCallers.execute(
        """
        insert into provider_account (organisation_id, id, provider, name, base_url, aliases,
          confirm, created_at, changed_at)
        select organisation_id, id, 'openai', concat('For feeds ', id), 'https://api.openai.com/v1',
          '{}', true, now(), now() from calendar_feed where id = cast(? as uuid)""",
        feed.path("feed.id").toString());
    noticed(feed, "model.missing", "gpt-4-0613", null, null);
    noticed(feed, "alias.moved", "gpt-4", "gpt-4-0314", "gpt-4-0613");
    noticed(feed, "model.missing", "gpt-4o-2024-08-06", null, null);
    String first = read(atom).asString();

    assertThat(first)
        .contains("openai gpt-4-0613: is missing from the lists")
        .contains("openai gpt-4: means gpt-4-0613, before gpt-4-0314")
        .contains("Prices: input 30 USD")
        .contains("term=\"alias.moved\"")
        .doesNotContain("gpt-4o-2024-08-06");
    assertThat(read(atom).asString()).as("ids and moments stay").isEqualTo(first);
  }

  private static void noticed(
      ExtractableResponse<?> feed, String kind, String subject, String before, String after)
      throws SQLException {
    SomeCallers.execute(
        """
        insert into sync_event (organisation_id, id, account_id, at, kind, weight, subject, before,
          after, effect, muted)
        select organisation_id, gen_random_uuid(), id, now(), ?, 'WARNING', ?, ?, ?,
          'input 30 USD per 1m tokens', false from calendar_feed where id = cast(? as uuid)""",
        kind,
        subject,
        before,
        after,
        feed.path("feed.id").toString());
  }

  @Test
  void aRevokedFeedIsAnsweredAsOneThatNeverWas() {
    ExtractableResponse<?> feed = feed("case-revoked");
    String ics = path(feed, "calendar_url");
    assertThat(read(ics).statusCode()).isEqualTo(200);
    as(TestCaller.OTHER_TOKEN)
        .contentType("application/json")
        .delete(CALENDAR + "/feeds/" + feed.path("feed.id"))
        .then()
        .statusCode(200)
        .body("status", equalTo("revoked"));

    Response revoked = read(ics);

    assertThat(revoked.statusCode()).isEqualTo(404);
    for (String secret :
        List.of(
            "plb_feed_" + "A".repeat(43),
            "plb_feed_short",
            "x",
            "%00",
            "..%2f..",
            "'%20or%20true",
            "%C3%A9",
            "plb_feed_" + "A".repeat(4000))) {
      Response wrong = read("/feeds/" + secret + "/calendar.ics");
      assertThat(wrong.statusCode()).as(secret).isEqualTo(404);
      assertThat(wrong.asString()).as(secret).isEqualTo(revoked.asString());
    }
    as(TestCaller.OTHER_TOKEN)
        .get(CALENDAR + "/feeds")
        .then()
        .body(
            "feeds.findAll { it.status == 'revoked' }.id",
            hasItem(feed.path("feed.id").toString()));
  }

  @Test
  void aFeedShowsNothingOfAnotherOrganisationAndItsSecretIsNowhere() throws SQLException {
    say("case-private", TODAY.plusDays(50).toString(), TODAY.minusDays(1));
    String theirs = path(created(TestCaller.OTHER_TOKEN, "case-private"), "calendar_url");
    String ours = path(created(TestCaller.ADMIN_TOKEN, "case-private"), "calendar_url");

    assertThat(unfolded(read(theirs))).contains("case-private");
    assertThat(unfolded(read(ours))).doesNotContain("BEGIN:VEVENT");
    as(TestCaller.ADMIN_TOKEN)
        .get(CALENDAR + "/feeds")
        .then()
        .body("feeds.name", not(hasItem("feed of other_token")));
    String secret = theirs.split("/")[2];
    try (var connection = Connections.superuser();
        var found =
            connection
                .createStatement()
                .executeQuery(
                    "select count(*) from audit_entry where concat(before, after) like '%"
                        + secret
                        + "%'")) {
      found.next();
      assertThat(found.getInt(1)).isZero();
    }
  }

  @Test
  void onlyWhatIsUsedIsShownEachByItsNameAndByItsOwner() {
    Organisation ours = SomeOrganisation.added();
    register(ours, "ft:gpt-4o-2024-08-06:acme::Used1", "ada@example.com");
    register(ours, "ft:gpt-4.1-mini-2025-04-14:acme::Used2", "bob@example.com");

    assertThat(names(ours, Optional.empty()))
        .containsOnly("ft:gpt-4o-2024-08-06:acme::Used1", "ft:gpt-4.1-mini-2025-04-14:acme::Used2");
    assertThat(names(ours, Optional.of("Ada@example.com")))
        .containsExactly("ft:gpt-4o-2024-08-06:acme::Used1", "ft:gpt-4o-2024-08-06:acme::Used1");
    assertThat(names(SomeOrganisation.added(), Optional.empty())).isEmpty();
  }

  private List<String> names(Organisation organisation, Optional<String> owner) {
    CalendarQuery used =
        new CalendarQuery(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            owner,
            true,
            Optional.empty(),
            CalendarQuery.Range.ANY);
    return selection.entries(organisation, used, Optional.empty()).stream()
        .map(CalendarEntry::question)
        .map(question -> question.model().canonical())
        .toList();
  }

  private void register(Organisation organisation, String model, String contact) {
    models.register(
        organisation,
        Actor.SYSTEM,
        ModelFacts.named(new ModelKey(Provider.OPENAI, model))
            .ownedBy(new Custody(Optional.of("team"), Optional.of(contact), Optional.empty())),
        new ModelState.Ready(Instant.parse("2026-11-01T00:00:00Z")));
  }

  private static void say(String model, String day, LocalDate seen) {
    ExtractableResponse<?> proposed =
        as(TestCaller.OTHER_TOKEN)
            .contentType("text/csv")
            .body("provider,model,date\nopenai,%s,%s\n".formatted(model, day))
            .post(CALENDAR + "/imports?kind=csv&seen_at=" + seen)
            .then()
            .statusCode(201)
            .extract();
    as(TestCaller.OTHER_TOKEN)
        .contentType("application/json")
        .body("{\"diff\":\"" + proposed.path("diff") + "\"}")
        .post(CALENDAR + "/imports/" + proposed.path("document.id") + "/approve")
        .then()
        .statusCode(200);
  }

  private static ExtractableResponse<?> feed(String model) {
    return created(TestCaller.OTHER_TOKEN, model);
  }

  private static ExtractableResponse<?> created(TestCaller caller, String model) {
    return as(caller)
        .contentType("application/json")
        .body("{\"name\":\"feed of %s\",\"model\":\"%s\"}".formatted(caller.label(), model))
        .post(CALENDAR + "/feeds")
        .then()
        .statusCode(201)
        .extract();
  }

  private static String path(ExtractableResponse<?> created, String which) {
    return URI.create(created.path(which)).getPath();
  }

  private static Response read(String path) {
    return anonymous().urlEncodingEnabled(false).get(path);
  }

  private static Response again(String path, String tag) {
    return anonymous().header("If-None-Match", tag).get(path);
  }

  private static String day(int days) {
    return "DTSTART;VALUE=DATE:" + TODAY.plusDays(days).toString().replace("-", "");
  }

  private static String unfolded(Response response) {
    return response.asString().replace("\r\n ", "");
  }

  private static String line(Response response, String start) {
    return unfolded(response)
        .lines()
        .filter(line -> line.startsWith(start))
        .findFirst()
        .orElseThrow();
  }
}
