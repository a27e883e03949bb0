package dev.plumbline.api.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pages as text: what a reader without scripting gets. */
@QuarkusTest
class PagesTest {

  private static final String HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(1)>";

  @Test
  void theFirstPageAnswersAWorkedExampleAtOnce() {
    String page = page("/").statusCode(200).extract().asString();

    assertThat(page).contains("Fine-tuning pays from");
    assertThat(page).contains("gpt-4o-2024-08-06, fine-tuned");
    assertThat(page).contains("/prices/");
  }

  @Test
  void thePageAndTheHttpInterfaceGiveTheSameVerdict() {
    String page = page("/break-even?at=2025-06-01&volume=1234").extract().asString();
    String curl = page.replaceAll("(?s).*<code id=\"curl\">curl &#39;([^<]*)&#39;</code>.*", "$1");
    String address = curl.replace("&amp;", "&").replaceFirst("https?://[^/]+", "");

    String reason =
        given()
            .urlEncodingEnabled(false)
            .get(address)
            .then()
            .statusCode(200)
            .extract()
            .path("verdict.reason");
    assertThat(page).contains(reason);
  }

  @Test
  void textFromTheAddressIsNeverMarkup() {
    for (String[] place :
        new String[][] {
          {"/break-even", "model"},
          {"/break-even", "volume"},
          {"/prices", "q"},
          {"/estimate", "epochs"}
        }) {
      String page = html().queryParam(place[1], HOSTILE).get(place[0]).asString();
      assertThat(page).contains("&lt;script&gt;").doesNotContain("<script>alert");
      assertThat(page).doesNotContain("<img src=x");
    }
  }

  @Test
  void noPageHasInlineScriptsOrStyles() {
    Pattern inline = Pattern.compile("<script(?![^>]*src=)|<style|\\sstyle=|\\son[a-z]+=");
    for (String address : List.of("/", "/estimate", "/prices", "/nowhere")) {
      String page = html().get(address).asString();
      assertThat(inline.matcher(page).find()).as(address).isFalse();
    }
  }

  @Test
  void everyPageIsSentWithTheStrictPolicy() {
    for (String address : List.of("/", "/estimate", "/prices", "/nowhere", "/plumbline.svg")) {
      html()
          .get(address)
          .then()
          .header("Content-Security-Policy", startsWith("default-src 'none'; script-src 'self';"))
          .header("X-Content-Type-Options", "nosniff");
    }
  }

  @Test
  void anErrorIsAPageForPeopleAndAProblemForPrograms() {
    page("/nowhere").statusCode(404).contentType("text/html").body(containsString("<h1>"));
    page("/prices/unknown").statusCode(404).body(containsString("search the prices page"));
    given()
        .accept("application/json")
        .get("/nowhere")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
    html().get("/api/v1/nowhere").then().contentType("application/problem+json");
  }

  @Test
  void aRefusedInputIsNamedAndTheOthersAreKept() {
    page("/break-even?volume=many&months=7")
        .statusCode(200)
        .body(containsString("is not a number"))
        .body(containsString("value=\"7\""))
        .body(containsString("aria-invalid=\"true\""));
  }

  @Test
  void trainingThatHasEndedHasNoVerdict() {
    page("/break-even?at=2027-06-01")
        .statusCode(200)
        .body(containsString("No verdict"))
        .body(not(containsString("Pays above")));
  }

  @Test
  void curveAndAssumptionsAreFiles() {
    String curve =
        given()
            .get("/break-even/curve.csv?at=2025-06-01")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(curve.lines().count()).isGreaterThan(40);
    assertThat(curve).startsWith("requests_a_month,");
    String assumptions =
        given().get("/break-even/assumptions.csv?at=2025-06-01").then().extract().asString();
    assertThat(assumptions).contains("price_row").contains("OpenAI API pricing page");
  }

  @Test
  void pricesAreFoundByWordsAndListsAndAsAFile() {
    page("/prices?q=gpt-4o-mini&tuned=tuned&component=training")
        .body(containsString("gpt-4o-mini-2024-07-18"))
        .body(not(containsString("gpt-4.1-nano")));
    String csv = given().get("/prices.csv?q=gpt-4o-mini&provider=openai").asString();
    assertThat(csv.lines().skip(1)).allMatch(line -> line.contains("openai,gpt-4o-mini"));
    page("/prices?q=nothing-has-this-name").body(containsString("Nothing found"));
  }

  @Test
  void aContestedPriceShowsBothValuesAndWhyOneIsUsed() {
    String list = page("/prices?q=gpt-4o-2024-08-06&tier=batch&tuned=tuned").extract().asString();
    String id = list.replaceAll("(?s).*class=\"contested\".*?/prices/([0-9a-f]+).*", "$1");
    page("/prices/" + id)
        .body(containsString("Sources disagree."))
        .body(containsString("counts more than"))
        .body(containsString("LiteLLM"));
  }

  @Test
  void theInterfaceIsDocumentedWithExamples() {
    given()
        .accept("application/json")
        .get("/q/openapi?format=json")
        .then()
        .body("paths.'/api/v1/cost'.post.summary", equalTo("Price one request"))
        .body("paths.'/break-even'", equalTo(null))
        .body("paths.'/prices'", equalTo(null))
        .body(
            "paths.'/api/v1/datasets'.post.requestBody.content.keySet()",
            org.hamcrest.Matchers.hasItems("application/jsonl", "multipart/form-data"))
        .body("paths.'/api/v1/estimates'.get", org.hamcrest.Matchers.notNullValue());
  }

  private static RequestSpecification html() {
    return given().accept("text/html,application/xhtml+xml,*/*;q=0.8");
  }

  private static io.restassured.response.ValidatableResponse page(String address) {
    return html().get(address).then();
  }
}
