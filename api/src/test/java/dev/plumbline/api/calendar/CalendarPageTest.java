package dev.plumbline.api.calendar;

import static dev.plumbline.api.access.TestCallers.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.api.access.TestCaller;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The page as it is sent, without a browser. */
@QuarkusTest
class CalendarPageTest {

  @Inject ShutdownMetrics metrics;
  @Inject MeterRegistry registry;

  @Test
  void bothViewsShowTheSameSearchWithWhatDecided() {
    String list = page("/calendar?model=gpt-4o-2024-08-06&provider=openai&from=");
    assertThat(list)
        .contains(
            "fine-tunes of gpt-4o-2024-08-06",
            "2027-01-14",
            "the announcement says that fine-tunes end with the base",
            "openai: assumed that your organisation tunes and calls fine-tunes there",
            "/calendar/entry?provider=openai&amp;model=fine-tunes+of+gpt-4o-2024-08-06");

    assertThat(page("/calendar?model=gpt-4o-2024-08-06&provider=openai&from=&view=months"))
        .contains("January 2027", "Thu 14");
    assertThat(page("/calendar/entry?provider=azure&model=gpt-4o-2024-08-06"))
        .contains("Sources disagree", "Every statement");
  }

  @Test
  void whatAnAliasMeantIsShownWithItsSource() {
    assertThat(as(TestCaller.VIEWER).get("/calendar?model=gpt-3.5-turbo").asString())
        .contains("What aliases mean", "2024-02-21", "repoint (observed late)");
    assertThat(as(TestCaller.VIEWER).get("/calendar?model=no-such-alias").asString())
        .contains("No source states what an alias of this search means");
  }

  @Test
  void anEmptyResultSaysWhatToDo() {
    assertThat(page("/calendar?model=nothing-has-this-name")).contains("Plumbline does not guess");
    assertThat(page("/calendar?used=true&from=2020-01-01&to=2020-01-02"))
        .contains("comes from the registry");
    assertThat(page("/calendar?from=yesterday")).contains("is not a day such as");
  }

  @Test
  void aDocumentIsBroughtLookedAtAndApprovedOnThePage() {
    Response brought =
        as(TestCaller.OTHER_ADMIN)
            .redirects()
            .follow(false)
            .multiPart("kind", "csv")
            .multiPart(
                "file",
                "my <b>dates.csv",
                "provider,model,date\nopenai,case-page,2027-06-01\nopenai,x,never\n".getBytes())
            .post("/calendar/imports");
    assertThat(brought.statusCode()).isEqualTo(303);
    String path = brought.header("Location").replaceFirst("^https?://[^/]+", "");
    String shown = as(TestCaller.OTHER_ADMIN).get(path).asString();
    assertThat(shown)
        .contains("my &lt;b&gt;dates.csv", "case-page", "2027-06-01", "Some rows", ">Approve<");
    String diff = shown.replaceFirst("(?s).*name=\"diff\" value=\"([0-9a-f]+)\".*", "$1");

    Response approved =
        as(TestCaller.OTHER_ADMIN)
            .redirects()
            .follow(false)
            .formParam("diff", diff)
            .post(path + "/approve");

    assertThat(approved.statusCode()).as(approved.asString()).isEqualTo(303);
    assertThat(as(TestCaller.OTHER_ADMIN).get(path).asString())
        .contains("approved by")
        .doesNotContain(">Approve<");
    assertThat(as(TestCaller.OTHER_ADMIN).get("/calendar?model=case-page").asString())
        .contains("2027-06-01");
    assertThat(page("/calendar?model=case-page")).doesNotContain("2027-06-01");
  }

  @Test
  void aMistakeInADocumentIsToldOnThePage() {
    Response refused =
        as(TestCaller.OTHER_ADMIN)
            .multiPart("kind", "csv")
            .multiPart("file", "dates.csv", "provider,model\n".getBytes())
            .post("/calendar/imports");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.asString()).contains("lacks the column date", "<h1>Calendar</h1>");
  }

  @Test
  void theAddressesOfAFeedAreShownOnceAndItIsRevokedOnThePage() {
    Response made =
        as(TestCaller.OTHER_ADMIN)
            .formParam("name", "Platform <team>")
            .formParam("used", "")
            .formParam("model", "gpt-4o*")
            .post("/calendar/feeds");

    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(made.asString())
        .contains("/feeds/plb_feed_", "calendar.ics", "Platform &lt;team&gt;");
    String again = as(TestCaller.OTHER_ADMIN).get("/calendar").asString();
    assertThat(again).contains("Platform &lt;team&gt;").doesNotContain("plb_feed_");
    String revoke = again.replaceFirst("(?s).*action=\"(/calendar/feeds/[^\"]+/revoke)\".*", "$1");
    assertThat(as(TestCaller.OTHER_ADMIN).redirects().follow(false).post(revoke).statusCode())
        .isEqualTo(303);
    assertThat(page("/calendar")).doesNotContain("Platform &lt;team&gt;");
  }

  @Test
  void shutdownsOfModelsInUseAreMetricsWithBoundedLabels() {
    String consumer =
        as(TestCaller.OTHER_TOKEN)
            .contentType("application/json")
            .body(
                "{\"application\":\"metrics\",\"owner\":\"A\",\"contact\":\"a@example.com\","
                    + "\"criticality\":\"low\",\"environment\":\"development\"}")
            .post("/api/v1/consumers")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    as(TestCaller.OTHER_TOKEN)
        .contentType("application/json")
        .body(
            "{\"consumer\":\"%s\",\"provider\":\"openai\",\"model\":\"%s\"}"
                .formatted(consumer, "ft:gpt-4.1-2025-04-14:acme::AbC9"))
        .post("/api/v1/pins")
        .then()
        .statusCode(200);

    metrics.refresh();

    assertThat(
            registry
                .get("plumbline.model.dependants")
                .tag("provider", "openai")
                .tag("model", "fine-tunes of gpt-4.1-2025-04-14")
                .gauge()
                .value())
        .isGreaterThanOrEqualTo(1);
    assertThat(registry.find("plumbline.calendar.imported.timestamp").gauge()).isNotNull();
    assertThat(registry.find("plumbline.model.shutdown.timestamp").gauges())
        .isNotEmpty()
        .allSatisfy(
            gauge -> {
              assertThat(gauge.getId().getTag("model")).doesNotContain("ft:");
              assertThat(gauge.value()).isGreaterThan(1_500_000_000);
            });
  }

  private static String page(String address) {
    Response response =
        as(TestCaller.VIEWER).urlEncodingEnabled(false).accept("text/html").get(address);
    assertThat(response.statusCode()).as(address).isEqualTo(200);
    return response.asString();
  }
}
