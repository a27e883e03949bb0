package dev.plumbline.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.api.identity.Role;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What other sites can make a browser send, with the cookie of somebody who is signed in. */
@QuarkusTest
class ForgedRequestsTest {

  private static final String OVERRIDES = "/api/v1/prices/overrides";
  private static final String SITE = "Sec-Fetch-Site";
  private static final String TOKEN = "X-CSRF-Token";
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TestHTTPResource("/")
  String root;

  /** One forged request: headers as pairs, OUR stands for our own origin, GOOD for our token. */
  record Shape(String name, String method, String path, String type, List<String> headers) {
    /** A type that the address does not take is refused before anybody looks for a token. */
    List<Integer> refusals() {
      return path.startsWith("/api/") && method.equals("POST") && !type.equals(JSON)
          ? List.of(403, 415)
          : List.of(403);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Shape> shapes() {
    return Stream.of(
        post("from another site", SITE, "cross-site", TOKEN, "GOOD"),
        post("from a sibling domain", SITE, "same-site", TOKEN, "GOOD"),
        post("typed or from a bookmark", SITE, "none", TOKEN, "GOOD"),
        post("with a site that does not exist", SITE, "SAME-ORIGIN", TOKEN, "GOOD"),
        post("with two sites", SITE, "same-origin", SITE, "cross-site", TOKEN, "GOOD"),
        post("without site and origin", TOKEN, "GOOD"),
        post("with an opaque origin", "Origin", "null", TOKEN, "GOOD"),
        post("with another origin", "Origin", "https://evil.example", TOKEN, "GOOD"),
        post("with our host at another port", "Origin", "http://localhost:1", TOKEN, "GOOD"),
        post("with our host by another scheme", "Origin", "HTTPS", TOKEN, "GOOD"),
        post("with our origin as a prefix", "Origin", "OUR.evil.example", TOKEN, "GOOD"),
        post(
            "with an origin that its site contradicts",
            SITE,
            "cross-site",
            "Origin",
            "OUR",
            TOKEN,
            "GOOD"),
        post(
            "with a site that its origin contradicts",
            SITE,
            "same-origin",
            "Origin",
            "https://evil.example",
            TOKEN,
            "GOOD"),
        post("without the token", SITE, "same-origin"),
        post("with an empty token", SITE, "same-origin", TOKEN, ""),
        post("with another session's token", SITE, "same-origin", TOKEN, "OTHER"),
        post("with two tokens", SITE, "same-origin", TOKEN, "OTHER", TOKEN, "GOOD"),
        shape(
            "with the token in the address",
            "POST",
            OVERRIDES + "?csrf_token=GOOD",
            JSON,
            SITE,
            "same-origin"),
        shape(
            "as text, which forms can send", "POST", OVERRIDES, "text/plain", SITE, "same-origin"),
        shape("as a form that hides JSON", "POST", OVERRIDES, FORM, SITE, "same-origin"),
        shape("without a type", "POST", OVERRIDES, "", SITE, "same-origin"),
        shape(
            "that deletes", "DELETE", OVERRIDES + "/" + UUID.randomUUID(), "", SITE, "same-origin"),
        shape(
            "that says it overrides its method",
            "POST",
            OVERRIDES,
            JSON,
            SITE,
            "same-origin",
            "X-HTTP-Method-Override",
            "GET"),
        shape("of a page's form", "POST", "/account/password", FORM, SITE, "same-origin"),
        shape(
            "of a page's form from elsewhere",
            "POST",
            "/account/password",
            FORM,
            SITE,
            "cross-site",
            TOKEN,
            "GOOD"),
        shape("that signs in as the attacker", "POST", "/sign-in", FORM, SITE, "cross-site"),
        shape(
            "that signs in by the attacker's link",
            "POST",
            "/sign-in/code",
            FORM,
            "Origin",
            "https://evil.example"));
  }

  private static Shape post(String name, String... headers) {
    return shape(name, "POST", OVERRIDES, JSON, headers);
  }

  private static Shape shape(
      String name, String method, String path, String type, String... headers) {
    return new Shape(name, method, path, type, List.of(headers));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void aForgedRequestChangesNothing(Shape forged) throws IOException, InterruptedException {
    SessionId session = SomeMember.with(Role.ADMIN).session();
    String model = "forged-" + UUID.randomUUID();

    HttpResponse<String> answer = send(forged, session, override(model));

    assertThat(answer.statusCode()).as(answer.body()).isIn(forged.refusals());
    assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
    assertThat(stored()).doesNotContain(model);
  }

  @Test
  void anHonestPageIsServedByHeaderOrByField() throws IOException, InterruptedException {
    SessionId session = SomeMember.with(Role.ADMIN).session();
    String model = "honest-" + UUID.randomUUID();

    assertThat(
            send(post("honest", SITE, "same-origin", TOKEN, "GOOD"), session, override(model))
                .statusCode())
        .isEqualTo(201);
    assertThat(
            send(
                    post("an older browser", "Origin", "OUR", TOKEN, "GOOD"),
                    session,
                    override(model + "-older"))
                .statusCode())
        .isEqualTo(201);
    assertThat(
            send(
                    post(
                        "a page without referrer",
                        SITE,
                        "same-origin",
                        "Origin",
                        "null",
                        TOKEN,
                        "GOOD"),
                    session,
                    override(model + "-hidden"))
                .statusCode())
        .isEqualTo(201);
    String field = "id=unknown&csrf_token=" + session.csrfToken().text();
    Shape form = shape("a form", "POST", "/account/sessions/end", FORM, SITE, "same-origin");
    assertThat(send(form, session, field).statusCode()).isEqualTo(303);
    assertThat(stored()).contains(model, model + "-older");
  }

  private HttpResponse<String> send(Shape shape, SessionId session, String body)
      throws IOException, InterruptedException {
    String server = root.replaceAll("/$", "");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + filled(shape.path(), session)))
            .header("Cookie", SessionCookie.NAME + "=" + session.secret())
            .method(shape.method(), BodyPublishers.ofString(body));
    if (!shape.type().isEmpty()) {
      request.header("Content-Type", shape.type());
    }
    for (int i = 0; i < shape.headers().size(); i += 2) {
      request.header(shape.headers().get(i), filled(shape.headers().get(i + 1), session));
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private String filled(String text, SessionId session) {
    String ours = root.replaceAll("/$", "");
    return text.replace("GOOD", session.csrfToken().text())
        .replace("OTHER", SessionId.random().csrfToken().text())
        .replace("OUR", ours)
        .replaceAll("^HTTPS$", ours.replace("http:", "https:"));
  }

  private static String override(String model) {
    return "{\"model\":\"%s\",\"discount_percent\":\"1\",\"reason\":\"forged\"}".formatted(model);
  }

  private static String stored() {
    return TestCallers.as(TestCaller.ADMIN_TOKEN).get(OVERRIDES + "?size=500").asString();
  }
}
