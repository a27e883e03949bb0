package dev.plumbline.api.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.api.access.TestCallers;
import dev.plumbline.api.database.Connections;
import dev.plumbline.api.organisations.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole code flow against an issuer of our own, as a browser walks it. */
@QuarkusTest
class OidcSignInTest {

  private static final String SESSION = "__Host-plumbline-session";

  private final Map<String, String> cookies = new HashMap<>();
  private String organisation;
  private String subject;

  @BeforeEach
  void somebodyNew() throws SQLException {
    organisation =
        column("select name from organisation where id = '" + Organisation.FIRST.id() + "'").get(0);
    subject = "subject-" + UUID.randomUUID();
    person("planners", subject + "@example.com");
  }

  @AfterEach
  void behaveAgain() {
    TestIssuer.next(draft -> {});
  }

  @Test
  void thePersonComesBackSignedInWhereTheyWantedToGo() throws SQLException {
    Response answer = signIn("/sign-in/oidc?to=/prices");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.header("Location")).endsWith("/prices");
    assertThat(cookies).containsKey(SESSION);
    assertThat(roles()).containsExactly("planner");
    assertThat(me().path("actor.name").toString()).isEqualTo("Ada");
  }

  @Test
  void theProvidersCookiesAreGivenUpOnceOurSessionHasBegun() {
    signIn("/sign-in/oidc");

    assertThat(cookies.keySet()).noneMatch(name -> name.startsWith("q_"));
  }

  @Test
  void theSecondSignInIsTheSameMemberWithTheRoleOfToday() throws SQLException {
    signIn("/sign-in/oidc");
    person("admins", subject + "@example.com");
    cookies.clear();
    signIn("/sign-in/oidc");

    assertThat(roles()).containsExactly("admin");
  }

  @Test
  void anUnverifiedAddressMakesNobody() throws SQLException {
    TestIssuer.next(
        draft -> {
          draft.claims.put("sub", subject).put("organisation", organisation);
          draft.claims.put("email", subject + "@example.com").put("email_verified", false);
          draft.claims.putArray("groups").add("admins");
        });

    assertThat(signIn("/sign-in/oidc").statusCode()).isEqualTo(403);
    assertThat(cookies).doesNotContainKey(SESSION);
    assertThat(roles()).isEmpty();
  }

  @Test
  void nobodyWithoutARoleComesIn() throws SQLException {
    person("gardeners", subject + "@example.com");

    assertThat(signIn("/sign-in/oidc").statusCode()).isEqualTo(403);
    assertThat(roles()).isEmpty();
  }

  @Test
  void nobodyComesIntoAnOrganisationThatDoesNotExist() {
    TestIssuer.next(draft -> draft.claims.put("sub", subject).put("organisation", "elsewhere"));

    assertThat(signIn("/sign-in/oidc").statusCode()).isEqualTo(403);
    assertThat(cookies).doesNotContainKey(SESSION);
  }

  static Stream<Named<Consumer<TestIssuer.Draft>>> badTokens() {
    long now = Instant.now().getEpochSecond();
    return Stream.of(
        bad("for another audience", draft -> draft.claims.put("aud", "somebody-else")),
        bad("from another issuer", draft -> draft.claims.put("iss", "https://elsewhere.example")),
        bad("without a signature", TestIssuer.Draft::unsigned),
        bad("signed with the public key", TestIssuer.Draft::signedWithThePublicKey),
        bad("signed by another key", TestIssuer.Draft::signedByAStranger),
        bad(
            "signed by an unknown key",
            draft -> {
              draft.header.put("kid", "unknown");
              draft.signedByAStranger();
            }),
        bad("expired", draft -> draft.claims.put("exp", now - 3600).put("iat", now - 7200)),
        bad("not valid yet", draft -> draft.claims.put("nbf", now + 3600)),
        bad("issued in the future", draft -> draft.claims.put("iat", now + 3600)),
        bad("with another nonce", draft -> draft.claims.put("nonce", "another")),
        bad("without a nonce", draft -> draft.claims.remove("nonce")),
        bad("without a subject", draft -> draft.claims.remove("sub")),
        bad("without an expiry", draft -> draft.claims.remove("exp")));
  }

  private static Named<Consumer<TestIssuer.Draft>> bad(
      String name, Consumer<TestIssuer.Draft> change) {
    return Named.of(name, change);
  }

  @ParameterizedTest
  @MethodSource("badTokens")
  void aBadTokenIsRefused(Consumer<TestIssuer.Draft> spoil) throws SQLException {
    TestIssuer.next(
        draft -> {
          good(draft, "admins", subject + "@example.com");
          spoil.accept(draft);
        });

    Response refused = signIn("/sign-in/oidc");
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.asString()).containsIgnoringCase("begin again at /sign-in");
    assertThat(cookies).doesNotContainKey(SESSION);
    assertThat(roles()).isEmpty();
  }

  @Test
  void anAnswerIsGoodOnce() {
    String answer = answerOfTheProvider();
    Map<String, String> before = Map.copyOf(cookies);
    assertThat(get(answer).statusCode()).isEqualTo(302);

    cookies.clear();
    cookies.putAll(before); // replayed with the state cookie that was kept
    assertThat(get(answer).statusCode()).isEqualTo(401);
    cookies.clear(); // and without it, as in another browser
    assertThat(get(answer).statusCode()).isEqualTo(401);
  }

  @Test
  void anAnswerForAnotherBrowsersQuestionIsRefused() {
    String othersAnswer = answerOfTheProvider();
    cookies.clear();
    answerOfTheProvider();

    assertThat(get(othersAnswer).statusCode()).isEqualTo(401);
    assertThat(cookies).doesNotContainKey(SESSION);
  }

  @Test
  void anAnswerWithoutStateIsRefused() {
    String answer = answerOfTheProvider();

    assertThat(get(answer.replaceFirst("&state=[^&]*", "")).statusCode()).isEqualTo(401);
  }

  @Test
  void anIdTokenIsNoBearerTokenHere() {
    List<String> tokens = new ArrayList<>();
    TestIssuer.signed(tokens::add);
    signIn("/sign-in/oidc");

    TestCallers.anonymous()
        .header("Authorization", "Bearer " + tokens.get(0))
        .accept("application/json")
        .get("/api/v1/me")
        .then()
        .statusCode(401);
  }

  private void person(String group, String email) {
    TestIssuer.next(draft -> good(draft, group, email));
  }

  private void good(TestIssuer.Draft draft, String group, String email) {
    draft.claims.put("sub", subject).put("name", "Ada").put("organisation", organisation);
    draft.claims.put("email", email).put("email_verified", true);
    draft.claims.putArray("groups").add("others").add(group);
  }

  /** Follows every redirect to the end, or to the first that leaves sign-in. */
  private Response signIn(String start) {
    Response answer = get(start);
    for (int hops = 0; hops < 6 && isPartOfTheFlow(answer); hops++) {
      answer = get(answer.header("Location"));
    }
    return answer;
  }

  private static boolean isPartOfTheFlow(Response answer) {
    String location = answer.header("Location");
    return location != null && (location.contains("/authorize") || location.contains("/oidc"));
  }

  /** The address to which the provider sends the browser back. */
  private String answerOfTheProvider() {
    return get(get("/sign-in/oidc").header("Location")).header("Location");
  }

  private Response get(String address) {
    RequestSpecification request =
        TestCallers.anonymous().redirects().follow(false).urlEncodingEnabled(false);
    if (!address.startsWith(TestIssuer.address())) {
      request.cookies(cookies);
    }
    Response answer = request.accept("text/html").header("Authorization", "").get(address);
    answer.detailedCookies().asList().forEach(this::keep);
    return answer;
  }

  private void keep(io.restassured.http.Cookie cookie) {
    if (cookie.getMaxAge() == 0) {
      cookies.remove(cookie.getName());
    } else {
      cookies.put(cookie.getName(), cookie.getValue());
    }
  }

  private Response me() {
    return TestCallers.anonymous().cookies(cookies).accept("application/json").get("/api/v1/me");
  }

  private List<String> roles() throws SQLException {
    return column("select role from member where subject = '" + subject + "'");
  }

  private static List<String> column(String sql) throws SQLException {
    try (Connection connection = Connections.superuser();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }
}
