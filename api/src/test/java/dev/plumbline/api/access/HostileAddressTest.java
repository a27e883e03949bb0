package dev.plumbline.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spellings of addresses, methods and headers that no client library would send. */
@QuarkusTest
class HostileAddressTest {

  private static final String SECRET = "/api/v1/prices/overrides";

  @TestHTTPResource("/")
  URL server;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//api/v1/prices/overrides",
        "/api//v1/prices/overrides",
        "/api/v1/./prices/overrides",
        "/api/v1/x/../prices/overrides",
        "/api/v1/prices/overrides/",
        "/api/v1/prices/overrides//",
        "/api/v1/prices/overrides;jsessionid=1",
        "/api/v1/prices;a=b/overrides;c",
        "/api;x/v1/prices/overrides",
        "/API/v1/prices/overrides",
        "/api/v1/Prices/Overrides",
        "/api/v1/prices%2foverrides",
        "/api%2fv1%2fprices%2foverrides",
        "/%61pi/v1/prices/overrides",
        "/api/v1/prices/%6fverrides",
        "/api/v1/prices/overrides%00",
        "/api/v1/prices/overrides%0d%0aX-Injected:%201",
        "/api/v1/prices/overrides%20",
        "/api/v1/prices/overrides.json",
        "/static/../api/v1/prices/overrides",
        "/static/%2e%2e/api/v1/prices/overrides",
        "/static/..%2fapi/v1/prices/overrides",
        "/static/..;/api/v1/prices/overrides",
        "/static/..\\api\\v1\\prices\\overrides",
        "/static/%252e%252e/api/v1/prices/overrides",
        "/plumbline.svg/../api/v1/prices/overrides",
        "/plumbline.svg;/../api/v1/prices/overrides",
        "/sign-in/../api/v1/prices/overrides",
        "/sign-in/..;/api/v1/prices/overrides",
        "/sign-in/%2e%2e/api/v1/prices/overrides",
        "/sign-in/..%2f..%2fapi/v1/prices/overrides",
        "/break-even/../api/v1/prices/overrides",
        "/api/v1/break-even/../prices/overrides",
        "/api/v1/break-even;/../prices/overrides",
        "\\api\\v1\\prices\\overrides",
        "http://evil.example/api/v1/prices/overrides",
        "http://localhost/static/../api/v1/prices/overrides",
        "*",
        "api/v1/prices/overrides",
      })
  void noSpellingOfAnAddressLetsAVisitorIn(String address) throws IOException {
    assertThat(status("GET " + address, Map.of()))
        .as(address)
        .isIn("303", "400", "401", "403", "404");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HEAD",
        "OPTIONS",
        "TRACE",
        "CONNECT",
        "PROPFIND",
        "POST",
        "PUT",
        "PATCH",
        "DELETE",
        "FOO",
        "get",
        "G\u00e4T"
      })
  void noMethodLetsAVisitorIn(String method) throws IOException {
    assertThat(status(method + " " + SECRET, Map.of()))
        .as(method)
        .isIn("400", "401", "403", "404", "405", "415", "501");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD", "OPTIONS", "TRACE", "PROPFIND", "FOO"})
  void aReaderChangesNothingByAnUnusualMethod(String method) throws IOException {
    String answer = answer(method + " " + SECRET, TestCaller.READ.headers());

    assertThat(answer.split(" ")[1]).as(method).isIn("200", "403", "404", "405", "501");
    assertThat(answer).doesNotContain("Authorization"); // TRACE would send it back
  }

  @Test
  void aHeaderDoesNotMakeAnotherMethodOrAddress() throws IOException {
    for (String header :
        new String[] {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"}) {
      assertThat(status("GET " + SECRET, with(TestCaller.READ, header, "DELETE"))).isEqualTo("200");
    }
    for (String header : new String[] {"X-Original-URL", "X-Rewrite-URL", "X-Forwarded-Prefix"}) {
      assertThat(status("GET " + SECRET, Map.of(header, "/static/"))).isEqualTo("401");
      assertThat(status("GET /plumbline.svg", Map.of(header, SECRET))).isEqualTo("200");
    }
  }

  @Test
  void whatForgesItsOriginIsNotBelieved() throws IOException {
    Map<String, String> forged =
        Map.of(
            "X-Forwarded-Host", "evil.example",
            "X-Forwarded-For", "127.0.0.1",
            "X-Forwarded-Proto", "https",
            "Forwarded", "host=evil.example;proto=https",
            "X-Forwarded-User", "admin",
            "Remote-User", "admin",
            "Accept", "text/html");

    assertThat(status("GET " + SECRET, forged)).isEqualTo("401");
    assertThat(answer("GET /prices", forged)).startsWith("HTTP/1.1 303").doesNotContain("evil");
  }

  @Test
  void aForgedHostIsInNoLink() throws IOException {
    String answer =
        send(
            "GET /prices HTTP/1.1\r\nHost: evil.example\r\nAccept: text/html\r\nConnection:"
                + " close\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 303").doesNotContain("evil");
  }

  @Test
  void aLineBreakInAnAddressBecomesNoHeader() throws IOException {
    String answer = answer("GET /prices?q=a%0d%0aX-Injected:%201", Map.of("Accept", "text/html"));

    assertThat(answer).startsWith("HTTP/1.1 303").doesNotContain("\r\nX-Injected");
  }

  private static Map<String, String> with(TestCaller caller, String name, String value) {
    Map<String, String> headers = new java.util.HashMap<>(caller.headers());
    headers.put(name, value);
    return headers;
  }

  private String status(String start, Map<String, String> headers) throws IOException {
    return answer(start, headers).split(" ")[1];
  }

  private String answer(String start, Map<String, String> headers) throws IOException {
    StringBuilder request = new StringBuilder(start + " HTTP/1.1\r\nHost: localhost\r\n");
    headers.forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
    return send(request + "Connection: close\r\nContent-Length: 0\r\n\r\n");
  }

  private String send(String request) throws IOException {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      return answer.isEmpty() ? "HTTP/1.1 400 closed" : answer;
    }
  }
}
