package dev.plumbline.api.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.plumbline.api.access.TestCallers;
import dev.plumbline.api.credentials.SomeCallers;
import dev.plumbline.api.identity.Role;
import dev.plumbline.api.jobs.JobDesk;
import dev.plumbline.api.notifications.HookServer;
import dev.plumbline.api.notifications.MailServer;
import dev.plumbline.api.providers.simulator.OpenAiSimulator;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * From the first poll of a provider to the last call of a model: what Ann, who administers, Olga,
 * who owns two fine-tunes, and Ben, who owns the third, are told and do.
 */
@QuarkusTest
class EndOfAModelTest {

  private static final String BASE = "gpt-9-2026-05-05"; // nobody states a date of it
  private static final String MARK = UUID.randomUUID().toString().substring(0, 8);
  private static final String SEARCH = "ft:" + BASE + ":acme::Search" + MARK;
  private static final String TAGGING = "ft:" + BASE + ":acme::Tagging" + MARK;
  private static final String CHAT = "ft:" + BASE + ":acme::Chat" + MARK;
  private static final String OLGA = "olga-" + MARK + "@example.org";
  private static final String BEN = "ben-" + MARK + "@example.org";
  private static final String ENDS = "alerts.findAll { it.key.endsWith('/inference') }";
  private static final String SHA256 = "ab".repeat(32);

  @Inject JobDesk jobs;

  private final TestCallers.People people = new TestCallers.People();
  private final Supplier<RequestSpecification> ann = people.signedIn(Role.ADMIN);
  private final Supplier<RequestSpecification> olga = people.signedIn(Role.OWNER);
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
  private final LocalDate first = today.plusDays(200);
  private final LocalDate earlier = today.plusDays(60);

  private OpenAiSimulator provider;
  private HookServer hook;

  @BeforeEach
  void begin() throws IOException {
    provider = new OpenAiSimulator();
    provider.account().add(BASE);
    for (String model : List.of(SEARCH, TAGGING, CHAT)) {
      String job = "ftjob-" + model.substring(model.length() - 12);
      provider.account().train(job, BASE);
      provider.account().finish(job, model, 100_000);
    }
    hook = new HookServer();
  }

  @AfterEach
  void end() {
    hook.close();
    provider.close();
    assertThat(provider.objections()).as("of the provider's own description").isEmpty();
  }

  @Test
  void aModelIsImportedEndsEarlierThanAnnouncedAndIsLeftInTime() throws SQLException {
    connect();
    String channelOfOwners =
        post(ann, "/channels", json("name", "owners", "kind", "email", "min_severity", "info"))
            .statusCode(400) // an e-mail to nobody
            .extract()
            .path("field");
    assertThat(channelOfOwners).isEqualTo("address");
    post(
            ann,
            "/channels",
            "{\"name\":\"owners\",\"kind\":\"email\",\"to_owners\":true,\"min_severity\":\"info\"}")
        .statusCode(201);
    post(
            ann,
            "/channels",
            json(
                "name",
                "pipeline",
                "kind",
                "webhook",
                "address",
                hook.url(),
                "min_severity",
                "info"))
        .statusCode(201);

    // The provider's models become ours, and get owners.
    run("provider-sync");
    get(ann, "/models").body("models.model", hasItems(SEARCH, TAGGING, CHAT));
    own(SEARCH, OLGA);
    own(TAGGING, OLGA);
    own(CHAT, BEN);
    String shop = consumer("shop", OLGA, SEARCH);
    consumer("support", BEN, CHAT);
    sweep();
    told(OLGA, 0);
    told(BEN, 0);

    // A date appears: for one of Olga's models, and for Ben's.
    provider.account().endsOn(SEARCH, first);
    provider.account().endsOn(CHAT, first);
    sweep();
    sweep();
    told(OLGA, 1).contains(SEARCH).contains(first.toString()).doesNotContain(CHAT);
    told(BEN, 1).contains(CHAT).doesNotContain(SEARCH);
    assertThat(hooked()).extracting(each -> each.getString("data.contact")).containsOnly(OLGA, BEN);
    assertThat(hooked()).hasSize(2);
    get(ann, "/alerts").body(ENDS + ".summary", not(hasItem(containsString(TAGGING))));

    String feed =
        post(ann, "/calendar/feeds", "{\"name\":\"team\",\"model\":\"%s\"}".formatted(SEARCH))
            .statusCode(201)
            .extract()
            .path("calendar_url");
    assertThat(feed(feed)).contains("DTSTART;VALUE=DATE:" + compact(first)).contains("SEQUENCE:0");

    // Ten days later it is moved: Olga hears of it, nobody else does.
    daysPass(10);
    provider.account().endsOn(SEARCH, earlier);
    sweep();
    sweep();
    told(OLGA, 2).contains(SEARCH).contains(earlier.toString());
    told(BEN, 1);
    assertThat(hooked()).hasSize(3);
    assertThat(hooked().get(2).getString("data.alerts[0].event")).isEqualTo("moved");
    assertThat(feed(feed))
        .contains("DTSTART;VALUE=DATE:" + compact(earlier))
        .contains("SEQUENCE:1")
        .contains("STATUS:CONFIRMED");

    // She takes it on.
    String alert = alertOf(SEARCH);
    post(olga, "/alerts/" + alert + "/acknowledge", "{}")
        .statusCode(200)
        .body("state", equalTo("acknowledged"));
    sweep();
    run("alert-watch");
    deliver();
    assertThat(mails(OLGA)).filteredOn(each -> !each.contains("ACKNOWLEDGED")).hasSize(2);

    leave(shop);

    // Nobody calls it any more: it ends by itself, and the other alert stays.
    sweep();
    get(ann, "/alerts/" + alert)
        .body("alert.state", equalTo("resolved"))
        .body("history.event", hasItems("opened", "moved", "acknowledged", "resolved"));
    get(ann, "/alerts").body(ENDS, hasSize(1)).body(ENDS + "[0].contacts[0]", equalTo(BEN));
    assertThat(mails(OLGA).get(mails(OLGA).size() - 1)).contains("RESOLVED").contains(SEARCH);
    told(BEN, 1);
  }

  /** The exit plan is worked through by Olga, and approved by Ann. */
  private void leave(String shop) {
    String plan =
        post(
                olga,
                "/exit-plans",
                """
                {"provider":"openai","model":"%s","facts":{"monthly_spend":"900","duration_days":30},
                 "candidates":[{"route":"newer_base_with_prompt","provider":"openai","model":"gpt-5.4-2026-03-05"},
                  {"route":"stop"}]}"""
                    .formatted(SEARCH))
            .statusCode(201)
            .body("inference.end", equalTo(earlier.toString()))
            .body("schedule.latest_start", equalTo(earlier.minusDays(30).toString()))
            .extract()
            .path("id");
    put(
            "/exit-plans/" + plan + "/golden-set",
            "{\"count\":120,\"wanted\":120,\"recorded_on\":\"%s\",\"sha256\":\"%s\"}"
                .formatted(today, SHA256))
        .statusCode(200);
    String change =
        put("/exit-plans/" + plan + "/choice", json("candidate", "c2", "reason", "not needed"))
            .statusCode(200)
            .extract()
            .path("change");
    post(olga, "/changes/" + change + "/approve", "{}").statusCode(409);
    post(
            ann,
            "/changes/" + change + "/waivers",
            json("objection", "rollback_ends_soon", "reason", "R", "expires", "2999-01-01"))
        .statusCode(200);
    post(ann, "/changes/" + change + "/approve", "{}")
        .statusCode(409)
        .body("detail", containsString("was never seen to answer"));
    post(
            olga,
            "/changes/proofs",
            json("provider", "openai", "model", SEARCH, "note", "a call of CI"))
        .statusCode(201);
    post(ann, "/changes/" + change + "/approve", "{}").statusCode(200);
    for (String step :
        List.of(
            "inform-consumers",
            "record-golden-set",
            "evaluate",
            "verify-rollback",
            "switch-consumers")) {
      post(olga, "/exit-plans/" + plan + "/steps/" + step, json("action", "done")).statusCode(200);
    }
    get(olga, "/pins").body("pins.model", hasItem(SEARCH)); // nothing is switched by itself
    olga.get().delete("/api/v1/pins?consumer=" + shop).then().statusCode(204);
    put("/exit-plans/" + plan + "/switch", "{}").body("status", equalTo("switched"));
    for (String step : List.of("last-call", "delete-hosting", "retention")) {
      post(olga, "/exit-plans/" + plan + "/steps/" + step, json("action", "done")).statusCode(200);
    }
    put(
            "/exit-plans/" + plan + "/closure",
            "{\"last_call\":\"log\",\"gone_on\":\"%s\",\"hosting_deleted\":true,\"retention\":\"hash\"}"
                .formatted(today))
        .statusCode(200)
        .body("status", equalTo("closed"));
    post(olga, "/models/" + idOf(SEARCH) + "/state", json("name", "retired", "reason", "left"))
        .statusCode(200);
  }

  private void connect() {
    String credential =
        post(
                ann,
                "/credentials",
                json(
                    "kind",
                    "provider",
                    "provider",
                    "openai",
                    "name",
                    "key",
                    "secret",
                    provider.account().key()))
            .statusCode(201)
            .extract()
            .path("id");
    post(
            ann,
            "/provider-accounts",
            json(
                "provider",
                "openai",
                "name",
                "Simulated",
                "base_url",
                provider.base(),
                "credential",
                credential))
        .statusCode(201);
  }

  private void own(String model, String contact) {
    ann.get()
        .contentType("application/json")
        .body(json("owner", contact.replaceAll("-.*", ""), "contact", contact))
        .patch("/api/v1/models/" + idOf(model))
        .then()
        .statusCode(200);
  }

  private String consumer(String application, String contact, String model) {
    String id =
        post(
                ann,
                "/consumers",
                json(
                    "application",
                    application,
                    "owner",
                    "O",
                    "contact",
                    contact,
                    "criticality",
                    "high",
                    "environment",
                    "development"))
            .statusCode(201)
            .extract()
            .path("id");
    post(ann, "/pins", json("consumer", id, "model", model)).statusCode(200);
    return id;
  }

  private String idOf(String model) {
    return get(ann, "/models").extract().path("models.find { it.model == '%s' }.id", model);
  }

  private String alertOf(String model) {
    return get(ann, "/alerts").extract().path(ENDS + ".find { it.key.contains('%s') }.id", model);
  }

  /** As every ten minutes: the provider is asked, then the rules, then what is due is sent. */
  private void sweep() {
    run("provider-sync");
    run("calendar-sweep");
    deliver();
  }

  /** What was written is sent at once by somebody else; the job finds what they left. */
  private void deliver() {
    run("notification-delivery");
    List<Map<String, Object>> open = List.of(Map.of());
    for (int i = 0; i < 100 && !open.isEmpty(); i++) {
      open =
          get(ann, "/channels/deliveries")
              .extract()
              .path("deliveries.findAll { it.state != 'delivered' }");
      LockSupport.parkNanos(Duration.ofMillis(open.isEmpty() ? 0 : 50).toNanos());
    }
    assertThat(open).isEmpty();
  }

  /** Asked for, done, and then forgotten: within a minute it would be the same run. */
  private void run(String job) {
    post(ann, "/jobs/" + job + "/runs", "").statusCode(202);
    assertThat(jobs.runLeft(people.organisation())).isEqualTo(1);
    get(ann, "/jobs/" + job + "/runs").body("runs[0].state", equalTo("done"));
    try {
      SomeCallers.execute(
          "delete from job_run where organisation_id = ?", people.organisation().id());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As if what was seen so far had been seen so many days earlier. */
  private void daysPass(int days) throws SQLException {
    SomeCallers.execute(
        """
        do $$ begin
          perform set_config('session_replication_role', 'replica', true);
          update date_observation set seen_at = seen_at - interval '%d days'
            where organisation_id = '%s';
        end $$"""
            .formatted(days, people.organisation().id()));
  }

  private org.assertj.core.api.AbstractStringAssert<?> told(String address, int mails) {
    List<String> received = mails(address);
    assertThat(received).as("mails to " + address).hasSize(mails);
    return assertThat(received.isEmpty() ? "" : received.get(received.size() - 1));
  }

  /** About the end of calls: that of tuning is OpenAI's own, and told of beside it. */
  private static List<String> mails(String address) {
    return MailServer.receivedBy(address).stream()
        .map(each -> each.message().replace("=\n", "")) // soft breaks of quoted-printable
        .filter(each -> each.contains("cannot be called"))
        .toList();
  }

  private List<JsonPath> hooked() {
    return hook.received().stream()
        .map(each -> JsonPath.from(each.body()))
        .filter(each -> each.getString("data.alerts.key").contains("/inference"))
        .toList();
  }

  private static String feed(String address) {
    return TestCallers.anonymous()
        .get(URI.create(address).getPath())
        .then()
        .statusCode(200)
        .extract()
        .asString()
        .replace("\r\n ", "");
  }

  private static String compact(LocalDate day) {
    return day.toString().replace("-", "");
  }

  private static String json(String... pairs) {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < pairs.length; i += 2) {
      text.append(i == 0 ? "" : ",")
          .append('"')
          .append(pairs[i])
          .append("\":\"")
          .append(pairs[i + 1])
          .append('"');
    }
    return text.append('}').toString();
  }

  private static ValidatableResponse get(Supplier<RequestSpecification> who, String path) {
    return who.get().get("/api/v1" + path).then().statusCode(200);
  }

  private static ValidatableResponse post(
      Supplier<RequestSpecification> who, String path, String body) {
    return who.get().contentType("application/json").body(body).post("/api/v1" + path).then();
  }

  private ValidatableResponse put(String path, String body) {
    return olga.get().contentType("application/json").body(body).put("/api/v1" + path).then();
  }
}
