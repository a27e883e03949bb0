package dev.plumbline.api.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every answer carries the headers of the security baseline, refusals and files too. */
@QuarkusTest
class SecurityHeadersTest {

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src"
          + " 'self'; connect-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors"
          + " 'none'; form-action 'self'";
  private static final Map<String, String> EVERYWHERE =
      Map.of(
          "Content-Security-Policy", POLICY,
          "Strict-Transport-Security", "max-age=31536000; includeSubDomains",
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "same-origin",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin");

  @Test
  void pagesDataAndRefusalsCarryAllOfThemAndAreNotKept() {
    Map<String, Integer> statuses = new LinkedHashMap<>();
    answers()
        .forEach(
            (name, answer) -> {
              statuses.put(name, answer.statusCode());
              carriesAll(name, answer);
              assertThat(answer.header("Cache-Control")).as(name).isEqualTo("no-store");
            });

    assertThat(statuses.values())
        .containsExactly(200, 200, 204, 401, 401, 303, 403, 404, 404, 405, 413, 415);
  }

  private static Map<String, Response> answers() {
    Map<String, Response> answers = new LinkedHashMap<>();
    answers.put("page", html().get("/prices"));
    answers.put("data", given().get("/api/v1/prices?size=1"));
    answers.put("no content", ended());
    answers.put("no token", TestCallers.anonymous().get("/api/v1/prices"));
    answers.put("bad token", TestCallers.as(TestCaller.EXPIRED).get("/prices"));
    answers.put(
        "no session",
        TestCallers.anonymous().accept("text/html").redirects().follow(false).get("/prices"));
    answers.put("forbidden", TestCallers.as(TestCaller.INGEST).get("/api/v1/prices"));
    answers.put("unknown page", html().get("/nowhere"));
    answers.put("unknown data", given().get("/api/v1/nowhere"));
    answers.put("wrong method", given().delete("/api/v1/prices"));
    answers.put(
        "too large",
        given()
            .contentType("application/json")
            .body("\"" + "a".repeat(1_100_000) + "\"")
            .post("/api/v1/cost"));
    answers.put("wrong type", given().contentType("text/csv").body("a").post("/api/v1/cost"));
    return answers;
  }

  private static Response ended() {
    String id =
        Made.id(
            "/api/v1/prices/overrides",
            "{\"model\":\"%s\",\"discount_percent\":\"1\",\"reason\":\"headers\"}"
                .formatted(Made.name()));
    return given().delete("/api/v1/prices/overrides/" + id);
  }

  @Test
  void bundledFilesCarryThemAndMayBeKept() {
    String page = html().get("/prices").asString();
    Matcher script = Pattern.compile("src=\"(/static/[^\"]+)\"").matcher(page);
    assertThat(script.find()).isTrue();

    Response file = TestCallers.anonymous().get(script.group(1));

    assertThat(file.statusCode()).isEqualTo(200);
    carriesAll("script", file);
    assertThat(file.header("Cache-Control")).isNotEqualTo("no-store");
    Response icon = TestCallers.anonymous().get("/plumbline.svg");
    assertThat(icon.statusCode()).isEqualTo(200);
    carriesAll("icon", icon);
  }

  private static void carriesAll(String name, Response answer) {
    EVERYWHERE.forEach(
        (header, value) ->
            assertThat(answer.headers().getValues(header))
                .as("%s: %s", name, header)
                .containsExactly(value));
    assertThat(answer.header("Server")).as(name).isNull();
  }

  private static io.restassured.specification.RequestSpecification html() {
    return given().accept("text/html,*/*;q=0.8");
  }
}
