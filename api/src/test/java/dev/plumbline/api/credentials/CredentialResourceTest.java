package dev.plumbline.api.credentials;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.plumbline.api.canary.Canary;
import dev.plumbline.api.tokens.AccessTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CredentialResourceTest {

  private static final String PATH = "/api/v1/credentials";
  private static final String SECRET = Canary.PROVIDER_KEY.text();

  @Inject AccessTokens tokens;

  private String token;

  @BeforeEach
  void begin() {
    token = token == null ? SomeCallers.adminToken(tokens) : token;
  }

  private RequestSpecification admin() {
    return given().header("Authorization", "Bearer " + token).contentType("application/json");
  }

  @Test
  void whatIsSentIsNeverAnswered() {
    String name = "over http " + UUID.randomUUID();
    String id =
        admin()
            .body(body(name, SECRET))
            .post(PATH)
            .then()
            .statusCode(201)
            .body("last_four", equalTo("****8Lm0"))
            .body(not(containsString("sealed")))
            .extract()
            .path("id");
    admin().get(PATH + "/" + id).then().statusCode(200).body("secret", nullValue());
    admin().get(PATH + "?limit=500").then().statusCode(200).body("credentials.id", hasItem(id));
    admin().body(body(name, SECRET)).post(PATH).then().statusCode(409);
    admin()
        .body("{\"secret\":\"%s\"}".formatted(Canary.CHANNEL_SECRET.text()))
        .put(PATH + "/" + id + "/secret")
        .then()
        .statusCode(200);
    admin()
        .body("{\"name\":\"%s!\"}".formatted(name))
        .patch(PATH + "/" + id)
        .then()
        .statusCode(200);
    admin().delete(PATH + "/" + id).then().statusCode(204);
    admin().delete(PATH + "/" + id).then().statusCode(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | kind",
        "{\"kind\":\"key\"} | kind",
        "{\"kind\":\"provider\",\"name\":\"n\",\"secret\":\"CANARY\"} | provider",
        "{\"kind\":\"channel\",\"provider\":\"openai\",\"name\":\"n\",\"secret\":\"CANARY\"} | provider",
        "{\"kind\":\"channel\",\"secret\":\"CANARY\"} | name",
        "{\"kind\":\"channel\",\"name\":\"n\"} | secret",
        "{\"kind\":\"channel\",\"name\":\"n\",\"secret\":\"  \"} | secret",
        "{\"kind\":\"channel\",\"name\":\"n\",\"secret\":\"CANARY\\n\"} | secret",
        "{\"kind\":\"channel\",\"name\":\"n\",\"secret\":[\"CANARY\"]} | secret",
        "{\"kind\":\"channel\",\"name\":\"n\",\"secret\":\"CANARY\\u0000\"} | secret",
        "{\"kind\":\"channel\",\"name\":\"n\",\"secret\":\"CANARY\\ud800\"} | secret",
        "{\"kind\":\"channel\",\"name\":\"n\",\"secret\":\"CANARY\",\"project\":\"p\"} | project",
        "{\"kind\":\"channel\",\"name\":\"n\",\"secret\":\"CANARY\",\"project\":\"7d3c1a52-0000-4000-8000-000000000000\"} | project",
      })
  void aRefusedOneNamesItsFieldAndNeverItsSecret(String body, String field) {
    // AnswerWatch and LeakCheck look for the canary.
    admin()
        .body(body.replace("CANARY", SECRET))
        .post(PATH)
        .then()
        .statusCode(400)
        .body("field", equalTo(field));
  }

  @Test
  void brokenJsonAroundASecretIsRefusedWithoutIt() {
    String start = "{\"kind\":\"channel\",\"name\":\"n\",\"secret\":\"" + SECRET;
    for (String body : new String[] {start, start + "\"", start + "\",}", start + "\u0001\"}"}) {
      admin().body(body).post(PATH).then().statusCode(400);
    }
    assertThat(admin().get(PATH + "?limit=0").statusCode()).isEqualTo(400);
    assertThat(admin().get(PATH + "?limit=501").statusCode()).isEqualTo(400);
    assertThat(admin().get(PATH + "/nonsense").statusCode()).isEqualTo(400);
  }

  @Test
  void oneThatIsTooLargeIsRefused() {
    admin().body(body("large", "x".repeat(70_000))).post(PATH).then().statusCode(400);
  }

  private static String body(String name, String secret) {
    return """
        {"kind":"provider","provider":"openai","name":"%s","secret":"%s"}"""
        .formatted(name, secret);
  }
}
