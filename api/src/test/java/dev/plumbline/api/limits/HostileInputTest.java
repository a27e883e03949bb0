package dev.plumbline.api.limits;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.plumbline.api.access.TestCaller;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class HostileInputTest {

  private static final String PATH = "/test/limits";

  @TestHTTPResource("/")
  URL server;

  @ConfigProperty(name = "quarkus.management.port")
  int managementPort;

  static Stream<String> hostileJson() {
    return Stream.of(
        "[".repeat(100_000),
        "{\"text\":" + "[".repeat(40) + "]".repeat(40) + "}",
        "{\"text\":\"" + "a".repeat(70_000) + "\"}",
        "{\"" + "n".repeat(300) + "\":1}",
        "{\"amount\":" + "9".repeat(50) + "}",
        "{\"amount\":1e2000000}",
        "{\"amount\":\"1e2000000\"}",
        "{\"amount\":1e-2000000}",
        "{\"amount\":NaN}",
        "{\"count\":1.9}",
        "{\"count\":1e30}",
        "{\"count\":1,\"count\":2}",
        "{\"count\":1} {\"count\":2}",
        "{\"unknown\":1}",
        "{\"text\":\"\\u0000\"}",
        "{\"text\":\"\\ud800\"}",
        "{\"count\":");
  }

  @ParameterizedTest
  @MethodSource("hostileJson")
  void hostileJsonIsRefusedAndNothingOfTheInsideIsTold(String body) {
    given()
        .contentType("application/json")
        .body(body)
        .post(PATH)
        .then()
        .statusCode(400)
        .contentType(startsWith("application/problem+json"))
        .body("code", equalTo("malformed-json"))
        .body(not(containsString("jackson")))
        .body(not(containsString("dev.plumbline")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"C080", "EDA080", "FF", "C3"})
  void textThatIsNotUtf8IsRefused(String hex) {
    byte[] start = "{\"text\":\"".getBytes(StandardCharsets.UTF_8);
    byte[] bad = java.util.HexFormat.of().parseHex(hex);
    byte[] body = Arrays.copyOf(start, start.length + bad.length + 2);
    System.arraycopy(bad, 0, body, start.length, bad.length);
    body[body.length - 2] = '"';
    body[body.length - 1] = '}';

    given().contentType("application/json").body(body).post(PATH).then().statusCode(400);
  }

  @Test
  void honestJsonIsRead() {
    given()
        .contentType("application/json")
        .body("{\"text\":\"größer 😀\",\"amount\":1.5e3,\"count\":7}")
        .post(PATH)
        .then()
        .statusCode(200)
        .body("text", equalTo("größer 😀"))
        .body("count", equalTo(7));
  }

  @Test
  void aBodyAboveTheLimitOfItsAddressIsRefused() {
    given()
        .contentType("application/json")
        .body("\"" + "a".repeat(1_100_000) + "\"")
        .post(PATH)
        .then()
        .statusCode(413)
        .contentType(startsWith("application/problem+json"))
        .body("code", equalTo("body-too-large"));
  }

  @Test
  void aLargeHeaderAndALongAddressAreRefused() {
    given().header("X-Large", "x".repeat(21_000)).get(PATH).then().statusCode(431);
    given().get(PATH + "?q=" + "x".repeat(5_000)).then().statusCode(414);
  }

  @Test
  void aSenderOfAByteEveryHalfSecondIsCutOff() throws IOException, InterruptedException {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST "
                  + PATH
                  + " HTTP/1.1\r\nHost: x\r\nAuthorization: "
                  + TestCaller.ADMIN_TOKEN.headers().get("Authorization")
                  + "\r\nContent-Type: application/json\r\n"
                  + "Content-Length: 1000\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      assertThat(isCutOffWithin(socket, 20)).isTrue();
    }
  }

  private static boolean isCutOffWithin(Socket socket, int halfSeconds)
      throws IOException, InterruptedException {
    socket.setSoTimeout(500);
    InputStream in = socket.getInputStream();
    for (int i = 0; i < halfSeconds; i++) {
      try {
        socket.getOutputStream().write(' ');
        if (in.read() < 0) {
          return true;
        }
      } catch (java.net.SocketTimeoutException e) {
        continue;
      } catch (java.net.SocketException e) {
        return true;
      }
    }
    return false;
  }

  @Test
  void pagesDataAndToolsCarryTheirHeaders() {
    given()
        .get("/api/v1/prices")
        .then()
        .header("Cache-Control", equalTo("no-store"))
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .header("Content-Security-Policy", containsString("default-src 'none'"))
        .header("Server", org.hamcrest.Matchers.nullValue());
    given()
        .get("/q/swagger-ui/")
        .then()
        .statusCode(200)
        .header("Content-Security-Policy", containsString("script-src 'self' 'unsafe-inline'"));
    given().get("/q/openapi?format=json").then().statusCode(200);
  }

  @Test
  void healthAndMetricsAreAnsweredOnTheirOwnPortAlone() {
    String management = "http://127.0.0.1:" + managementPort + "/q";
    given()
        .get(management + "/metrics")
        .then()
        .statusCode(200)
        .body(containsString("plumbline_prices_believed"))
        .body(containsString("plumbline_database_durable{setting=\"fsync\""));
    given().get(management + "/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    given().get("/q/metrics").then().statusCode(404);
    given().get("/q/health/ready").then().statusCode(404);
  }
}
