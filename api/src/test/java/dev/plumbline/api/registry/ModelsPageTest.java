package dev.plumbline.api.registry;

import static dev.plumbline.api.access.TestCallers.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.api.access.TestCaller;
import dev.plumbline.api.identity.Scope;
import dev.plumbline.api.tokens.MadeTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The pages of the registry. */
@QuarkusTest
class ModelsPageTest {

  private static final String FORM = "application/x-www-form-urlencoded";

  @Test
  void theTableShowsBothClocksAndTheOwner() {
    String name = newName();
    register(name, "Search team");

    Document page = page("/models?q=" + name.substring(name.length() - 20));

    assertThat(page.select("tbody tr")).hasSize(1);
    assertThat(page.select("tbody tr").text())
        .contains(name, "gpt-4o-2024-08-06", "Search team", "2027-01-14", "ready");
    assertThat(page.select("nav a[aria-current=page]").text()).isEqualTo("Models");
    assertThat(page.select("a[href*=export.csv]").attr("href")).contains("q=");
  }

  @Test
  void theSameSearchIsAFile() {
    String name = newName();
    register(name, "Search team");

    String csv =
        given()
            .get("/models/export.csv?q=" + name.substring(name.length() - 20))
            .then()
            .statusCode(200)
            .extract()
            .asString();

    assertThat(csv.lines()).hasSize(2);
    assertThat(csv).contains("inference_days_left", name, "Search team", "2027-01-14");
  }

  @Test
  void anEmptyRegistrySaysWhatToDo() {
    String token = MadeTokens.token(MadeTokens.organisation(), Scope.ADMIN);
    Document page =
        Jsoup.parse(
            given()
                .header("Authorization", "Bearer " + token)
                .get("/models")
                .then()
                .statusCode(200)
                .extract()
                .asString());

    assertThat(page.select(".empty h2").text()).isEqualTo("No model is registered yet");
    assertThat(page.select(".empty a[href=/models/new]")).hasSize(1);
  }

  @Test
  void aModelsPageShowsItsLineItsSourcesAndItsCallers() {
    String parent = newName();
    String child = newName();
    String id = register(parent, "Search team");
    given()
        .contentType("application/json")
        .body("{\"model\":\"%s\",\"parent\":\"%s\"}".formatted(child, parent))
        .post("/api/v1/models")
        .then()
        .statusCode(201);

    Document page = page("/models/" + id);

    assertThat(page.select("h1").text()).isEqualTo(parent);
    assertThat(page.select("svg.lineage rect")).hasSize(3);
    assertThat(page.select("svg.lineage line")).hasSize(2);
    assertThat(page.text()).contains("Show as table", child, "No application is pinned to it");
    assertThat(page.select("ol.timeline li")).isNotEmpty();
    assertThat(page.select("a[href=/exit-plans]").text()).isEqualTo("All exit plans");
    assertThat(page.select("[style]")).isEmpty();
  }

  @Test
  void aFormRegistersAndSaysWhatIsWrong() {
    String wrong =
        as(TestCaller.OWNER)
            .contentType(FORM)
            .formParam("model", "no-such-model")
            .formParam("owner", "<b>Ada</b>")
            .post("/models")
            .then()
            .statusCode(400)
            .extract()
            .asString();
    Document refused = Jsoup.parse(wrong);
    assertThat(refused.select("#model").attr("aria-invalid")).isEqualTo("true");
    assertThat(refused.select("#owner").attr("value")).isEqualTo("<b>Ada</b>");
    assertThat(refused.select("b")).isEmpty();

    String address =
        as(TestCaller.OWNER)
            .redirects()
            .follow(false)
            .contentType(FORM)
            .formParam("model", newName())
            .formParam("tokens", "100,000")
            .formParam("billed", "2.5")
            .post("/models")
            .then()
            .statusCode(303)
            .extract()
            .header("Location");
    Document shown = page(address.substring(address.indexOf("/models/")));
    assertThat(shown.text()).contains("$2.50", "100000", "Nobody owns this model", "2027-01-14");
    assertThat(shown.select("svg.lineage text").eachText()).contains("gpt-4o-2024-08-06");
  }

  @Test
  void aFormChangesWhatIsKnownAndTheState() {
    String id = register(newName(), "Search team");
    as(TestCaller.OWNER)
        .redirects()
        .follow(false)
        .contentType(FORM)
        .formParam("owner", "Platform team")
        .post("/models/" + id)
        .then()
        .statusCode(303);
    as(TestCaller.OWNER)
        .contentType(FORM)
        .formParam("name", "retired")
        .post("/models/" + id + "/state")
        .then()
        .statusCode(409);
    as(TestCaller.OWNER)
        .redirects()
        .follow(false)
        .contentType(FORM)
        .formParam("name", "serving")
        .post("/models/" + id + "/state")
        .then()
        .statusCode(303);

    assertThat(page("/models/" + id).text()).contains("Platform team", "serving");
  }

  @Test
  void aViewerReadsAndIsOfferedNoForm() {
    String id = register(newName(), "Search team");
    String shown =
        as(TestCaller.VIEWER).get("/models/" + id).then().statusCode(200).extract().asString();

    assertThat(Jsoup.parse(shown).select("main form")).isEmpty();
    assertThat(Jsoup.parse(shown).select("a[href$=/edit]")).isEmpty();
  }

  @Test
  void applicationsAndPinsAreShownWithWhatThePolicySays() {
    String app = "shop " + UUID.randomUUID();
    as(TestCaller.OWNER)
        .redirects()
        .follow(false)
        .contentType(FORM)
        .formParam("application", app)
        .formParam("owner", "Shop team")
        .formParam("contact", "shop@x.test")
        .formParam("criticality", "high")
        .formParam("environment", "production")
        .post("/consumers")
        .then()
        .statusCode(303);
    Document page = page("/consumers");
    String id = page.select("option:contains(" + app + ")").attr("value");
    String refused =
        as(TestCaller.OWNER)
            .contentType(FORM)
            .formParam("consumer", id)
            .formParam("model", "gpt-4o")
            .post("/consumers/pins")
            .then()
            .statusCode(409)
            .extract()
            .asString();
    assertThat(Jsoup.parse(refused).select("[role=alert]").text())
        .contains("alias that the provider can move");

    as(TestCaller.OWNER)
        .redirects()
        .follow(false)
        .contentType(FORM)
        .formParam("consumer", id)
        .formParam("model", "gpt-4o-2024-08-06")
        .post("/consumers/pins")
        .then()
        .statusCode(303);
    assertThat(page("/consumers").select("tr:contains(" + app + ")").text())
        .contains("gpt-4o-2024-08-06", "allowed", "shop@x.test");
  }

  private static Document page(String path) {
    return Jsoup.parse(given().get(path).then().statusCode(200).extract().asString());
  }

  private static String register(String name, String owner) {
    return given()
        .contentType("application/json")
        .body("{\"model\":\"%s\",\"owner\":\"%s\"}".formatted(name, owner))
        .post("/api/v1/models")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static String newName() {
    return "ft:gpt-4o-2024-08-06:acme::" + UUID.randomUUID().toString().replace("-", "");
  }
}
