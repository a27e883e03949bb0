package dev.plumbline.api.pins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import dev.plumbline.api.access.TestCaller;
import dev.plumbline.api.access.TestCallers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Supplier;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Policies and waivers as people set them. */
@QuarkusTest
class PoliciesPageTest {

  private static final String PATH = "/consumers/policies";

  private Supplier<RequestSpecification> admin;

  @BeforeEach
  void begin() {
    admin = TestCallers.administratorOfANewOrganisation();
  }

  @Test
  void aPolicyIsSetAndWhatIsLeftOutIsNoDemand() {
    post(
        PATH,
        Map.of(
            "environment",
            "staging",
            "no_moving_alias",
            "yes",
            "base_lives_days",
            "45",
            "approved",
            "openai/gpt-4o-2024-08-06, azure/gpt-4o-2024-08-06"),
        303);

    admin
        .get()
        .get("/api/v1/pin-policies")
        .then()
        .body("find { it.environment == 'staging' }.base_lives_days", equalTo(45))
        .body("find { it.environment == 'staging' }.no_moving_alias", equalTo(true))
        .body("find { it.environment == 'staging' }.evaluation_baseline", equalTo(false))
        .body(
            "find { it.environment == 'staging' }.approved",
            hasItems("openai/gpt-4o-2024-08-06", "azure/gpt-4o-2024-08-06"));
    Document page = page();
    assertThat(page.select("#lives-staging").attr("value")).isEqualTo("45");
    assertThat(page.select("#alias-staging").hasAttr("checked")).isTrue();
    assertThat(page.select("tr:has(th:contains(staging))").text()).contains("45 days");
  }

  @Test
  void aNumberThatIsNoneIsRefusedAndNothingIsSet() {
    Document page = post(PATH, Map.of("environment", "staging", "base_lives_days", "many"), 400);

    assertThat(page.select("[role=alert]").text()).contains("base lives days");
  }

  @Test
  void aWaiverShowsTheDaysLeftAndIsTakenBack() {
    assertThat(page().select(".empty h3").text()).isEqualTo("Nobody is excused");
    String end = LocalDate.now(ZoneOffset.UTC).plusDays(11).toString();
    Map<String, String> wish =
        Map.of(
            "rule",
            "base_lives",
            "environment",
            "production",
            "owner",
            "Ada",
            "reason",
            "leaving <b>soon",
            "expires",
            end);
    post(PATH + "/waivers", wish, 303);

    Document page = page();
    assertThat(page.select("section:has(#waivers-heading) tbody tr").text())
        .contains("base lives", "every application, every model", "Ada", "leaving <b>soon", end)
        .contains("10 days"); // and some hours
    String form = page.select("form[action^=" + PATH + "/waivers/]").attr("action");
    post(form, Map.of(), 303);

    assertThat(page().select("section:has(#waivers-heading) tbody tr").text())
        .contains("taken back");
    assertThat(page().select("form[action^=" + PATH + "/waivers/]")).isEmpty();
  }

  @Test
  void aWaiverNeedsAnOwnerAReasonAndAnEnd() {
    Document page =
        post(
            PATH + "/waivers",
            Map.of("rule", "base_lives", "environment", "production", "owner", "Ada"),
            400);

    assertThat(page.select("[role=alert]").text()).contains("reason");
  }

  @Test
  void aViewerReadsAndIsOfferedNoForm() {
    Document page =
        Jsoup.parse(
            TestCallers.as(TestCaller.VIEWER)
                .get(PATH)
                .then()
                .statusCode(200)
                .extract()
                .asString());

    assertThat(page.select("main form")).isEmpty();
    assertThat(page.select("tbody tr th").eachText()).contains("production", "staging");
  }

  private Document page() {
    return Jsoup.parse(admin.get().get(PATH).then().statusCode(200).extract().asString());
  }

  private Document post(String path, Map<String, String> form, int status) {
    return Jsoup.parse(
        admin
            .get()
            .redirects()
            .follow(false)
            .contentType("application/x-www-form-urlencoded; charset=UTF-8")
            .formParams(form)
            .post(path)
            .then()
            .statusCode(status)
            .extract()
            .asString());
  }
}
