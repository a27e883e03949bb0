package dev.plumbline.api.changes;

import static dev.plumbline.api.access.TestCallers.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.api.access.TestCaller;
import dev.plumbline.api.access.TestCallers;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Changes of model as people use them: one asks, another decides. */
@QuarkusTest
class ChangesPageTest {

  private static final String PATH = "/changes";

  @Test
  void withoutAChangeThePageSaysWhereTheyComeFrom() {
    Document page =
        Jsoup.parse(
            TestCallers.administratorOfANewOrganisation()
                .get()
                .get(PATH)
                .then()
                .statusCode(200)
                .extract()
                .asString());

    assertThat(page.select(".empty h2").text()).isEqualTo("No change was asked for yet");
    assertThat(page.select(".empty a").eachAttr("href")).contains("/exit-plans", "/deployments");
  }

  @Test
  void theAuthorSeesWhoDecidesAndCannot() {
    String change = asked("shop " + UUID.randomUUID());

    Document own = page(TestCaller.OWNER, change);
    assertThat(own.select("button[value=approve]")).isEmpty();
    assertThat(own.select("button[value=withdraw]")).hasSize(1);
    assertThat(own.text())
        .contains("May approve or refuse it:", "You asked for it, so somebody else decides");
    assertThat(page(TestCaller.VIEWER, change).select("main form")).isEmpty();

    Document forced = post(TestCaller.OWNER, change, Map.of("action", "approve"), 409);
    assertThat(forced.select("[role=alert]").text()).contains("somebody else has to approve");
  }

  @Test
  void anotherApprovesOnceEveryObjectionIsAnswered() {
    String place = "shop <b>" + UUID.randomUUID();
    String change = asked(place);
    Document blocked = post(TestCaller.ADMIN, change, Map.of("action", "approve"), 409);
    assertThat(blocked.select("[role=alert]").text())
        .contains("no evidence is attached", "nobody knows until when");

    post(
        TestCaller.OWNER,
        change,
        Map.of("action", "evidence", "name", "evaluation", "link", "https://x.test/1"),
        303);
    post(
        TestCaller.ADMIN,
        change,
        Map.of(
            "action",
            "waive",
            "objection",
            "rollback_ends_soon",
            "reason",
            "nobody calls it",
            "expires",
            "2999-01-01"),
        303);
    assertThat(page(TestCaller.ADMIN, change).text()).contains("Nothing stands against it");
    post(TestCaller.ADMIN, change, Map.of("action", "approve", "reason", "no worse"), 303);

    Document done = page(TestCaller.ADMIN, change);
    assertThat(done.select("ol.timeline strong").eachText())
        .containsExactly("requested", "evidence", "waiver", "approved");
    assertThat(done.select("ol.timeline").text())
        .contains("no worse", "rollback ends soon until 2999-01-01", "nobody calls it");
    assertThat(done.select("button[value=approve]")).isEmpty();
    Document list =
        Jsoup.parse(as(TestCaller.VIEWER).get(PATH).then().statusCode(200).extract().asString());
    assertThat(list.select("tr:has(a[href=" + change + "])").text()).contains(place, "approved");
    assertThat(list.select("main form")).isEmpty();
  }

  @Test
  void aRefusalNeedsAReason() {
    String change = asked("shop " + UUID.randomUUID());

    Document refused = post(TestCaller.ADMIN, change, Map.of("action", "refuse"), 400);
    assertThat(refused.select("[role=alert]")).hasSize(1);
    post(TestCaller.ADMIN, change, Map.of("action", "refuse", "reason", "too early"), 303);

    assertThat(
            page(TestCaller.OWNER, change)
                .select("h1 + p .badge-tone, .lead-in .badge-tone")
                .text())
        .contains("refused");
  }

  @Test
  void aFormThatIsRefusedKeepsWhatWasTyped() {
    Document page =
        post(
            TestCaller.OWNER,
            PATH,
            Map.of("place", "shop", "provider", "local", "from", "m-1", "to", "m-2", "reason", "r"),
            400);

    assertThat(page.select("#switch_date").attr("aria-invalid")).isEqualTo("true");
    assertThat(page.select("#from").attr("value")).isEqualTo("m-1");
  }

  private static String asked(String place) {
    String address =
        as(TestCaller.OWNER)
            .redirects()
            .follow(false)
            .contentType("application/x-www-form-urlencoded; charset=UTF-8")
            .formParams(
                Map.of(
                    "place",
                    place,
                    "provider",
                    "local",
                    "from",
                    "m-1",
                    "to",
                    "m-2",
                    "reason",
                    "it ends",
                    "switch_date",
                    "2026-12-01"))
            .post(PATH)
            .then()
            .statusCode(303)
            .extract()
            .header("Location");
    return address.substring(address.indexOf(PATH));
  }

  private static Document page(TestCaller caller, String address) {
    return Jsoup.parse(as(caller).get(address).then().statusCode(200).extract().asString());
  }

  private static Document post(
      TestCaller caller, String address, Map<String, String> form, int status) {
    return Jsoup.parse(
        as(caller)
            .redirects()
            .follow(false)
            .contentType("application/x-www-form-urlencoded; charset=UTF-8")
            .formParams(form)
            .post(address)
            .then()
            .statusCode(status)
            .extract()
            .asString());
  }
}
