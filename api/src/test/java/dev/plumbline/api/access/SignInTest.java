package dev.plumbline.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.not;

import dev.plumbline.api.identity.Role;
import dev.plumbline.api.identity.SignInLinks;
import dev.plumbline.api.organisations.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Coming in by a one-time link and by a password, and leaving again. */
@QuarkusTest
class SignInTest {

  private static final String PASSWORD = "six words that nobody else says";

  @Inject SignInLinks links;
  @Inject FirstAdministrator first;

  @Test
  void aLinkShowsWhomItSignsInAndDoesSoOnce() {
    SomeMember member = SomeMember.with(Role.VIEWER);
    String code = code(member);

    for (int looks = 0; looks < 2; looks++) { // a preview must not use it up
      visitor()
          .get("/sign-in/code?code=" + code)
          .then()
          .statusCode(200)
          .body(containsString(member.email()));
    }
    Response used = use(code);
    assertThat(used.statusCode()).isEqualTo(303);
    assertThat(used.header("Location")).endsWith("/account");
    signedIn(used).get("/api/v1/me").then().body("actor.name", equalTo(member.name()));
    assertThat(use(code).statusCode()).isEqualTo(404);
    visitor().get("/sign-in/code?code=" + code).then().statusCode(404);
  }

  @Test
  void theCookieIsForThisHostAloneAndOutOfReachOfScripts() {
    Cookie cookie = use(code(SomeMember.with(Role.VIEWER))).getDetailedCookie(SessionCookie.NAME);

    assertThat(cookie.getName()).startsWith("__Host-");
    assertThat(cookie.isSecured()).isTrue();
    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(cookie.getSameSite()).isEqualTo("Lax");
    assertThat(cookie.getPath()).isEqualTo("/");
    assertThat(cookie.getDomain()).isNull();
  }

  @Test
  void anOlderLinkStopsWorkingWhenANewOneIsMade() {
    SomeMember member = SomeMember.with(Role.VIEWER);
    String older = code(member);
    String newer = code(member);

    assertThat(use(older).statusCode()).isEqualTo(404);
    assertThat(use(newer).statusCode()).isEqualTo(303);
  }

  @Test
  void aLinkThatIsTooOldSignsNobodyIn() {
    SomeMember member = SomeMember.with(Role.VIEWER);
    String code = code(member);
    SomeMember.Rows.change(
        "update sign_in_code set expires_at = now() where member_id = ?", member.id());

    assertThat(use(code).statusCode()).isEqualTo(404);
  }

  @Test
  void aPasswordThatWasChosenSignsInAndAWrongOneDoesNot() {
    SomeMember member = withPassword();

    Response right = signIn(member.email().toUpperCase(java.util.Locale.ROOT), PASSWORD, "/prices");
    assertThat(right.statusCode()).isEqualTo(303);
    assertThat(right.header("Location")).endsWith("/prices");
    signedIn(right).get("/api/v1/me").then().body("actor.id", equalTo(member.id().toString()));

    Response wrong = signIn(member.email(), PASSWORD + "!", "/");
    Response nobody = signIn(UUID.randomUUID() + "@example.org", PASSWORD, "/");
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.getCookies()).isEmpty();
    assertThat(nobody.statusCode()).isEqualTo(401);
    assertThat(nobody.asString().replaceAll("value=\"[^\"]*\"", ""))
        .isEqualTo(wrong.asString().replaceAll("value=\"[^\"]*\"", ""));
  }

  @Test
  void aSignInNeverLeadsToAnotherSite() {
    SomeMember member = withPassword();

    for (String elsewhere :
        new String[] {"https://evil.example/", "//evil.example", "/\\evil.example"}) {
      String location = signIn(member.email(), PASSWORD, elsewhere).header("Location");
      assertThat(location).doesNotContain("evil");
    }
  }

  @Test
  void whoTriesTooOftenIsToldToWait() {
    String email = UUID.randomUUID() + "@example.org";
    Response last = null;
    for (int tries = 0; tries < 11; tries++) {
      last = signIn(email, "wrong password", "/");
    }

    assertThat(last.statusCode()).isEqualTo(429);
    assertThat(Integer.parseInt(last.header("Retry-After"))).isPositive();
  }

  @Test
  void aBadPasswordIsRefusedWithTheReason() {
    SessionId session = SomeMember.with(Role.VIEWER).session();

    choose(session, "short", "short").then().statusCode(400).body(containsString("12 to 200"));
    choose(session, "password1234", "password1234")
        .then()
        .statusCode(400)
        .body(containsString("first that anybody would try"));
    choose(session, PASSWORD, PASSWORD + "x")
        .then()
        .statusCode(400)
        .body(containsString("not the same"))
        .body(not(containsString(PASSWORD)));
  }

  @Test
  void whoGuessesThePasswordInAnOpenBrowserIsToldToWait() {
    SomeMember member = SomeMember.with(Role.VIEWER);
    SomeMember.Rows.change(
        "insert into throttle values (sha256(convert_to(?, 'UTF8')), now() + interval '1 day')",
        AccountPage.THROTTLED + "\n" + member.id());

    choose(member.session(), PASSWORD, PASSWORD)
        .then()
        .statusCode(429)
        .header("Retry-After", Integer::parseInt, greaterThan(0));
  }

  @Test
  void whoComesInAgainLeavesTheFormerSession() {
    SessionId former = SomeMember.with(Role.VIEWER).session();
    String code = code(SomeMember.with(Role.VIEWER));

    Response used =
        ofPage(former)
            .contentType("application/x-www-form-urlencoded")
            .formParam("csrf_token", former.csrfToken().text())
            .formParam("code", code)
            .post("/sign-in/code");

    assertThat(used.statusCode()).isEqualTo(303);
    assertThat(me(session(used))).isEqualTo(200);
    assertThat(me(former)).isEqualTo(401);
  }

  @Test
  void aNewPasswordEndsTheOtherSessions() {
    SomeMember member = SomeMember.with(Role.VIEWER);
    SessionId here = member.session();
    SessionId elsewhere = member.session();

    assertThat(choose(here, PASSWORD, PASSWORD).statusCode()).isEqualTo(303);
    assertThat(me(here)).isEqualTo(200);
    assertThat(me(elsewhere)).isEqualTo(401);
  }

  @Test
  void whoSignsOutIsOutAtOnce() {
    SessionId session = SomeMember.with(Role.VIEWER).session();

    Response answer =
        ofPage(session)
            .contentType("application/x-www-form-urlencoded")
            .formParam("csrf_token", session.csrfToken().text())
            .formParam("id", session.publicId())
            .post("/account/sessions/end");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.getDetailedCookie(SessionCookie.NAME).getMaxAge()).isZero();
    assertThat(me(session)).isEqualTo(401);
  }

  @Test
  void oneSeesAndEndsOnesOwnSessionsOnly() {
    SomeMember member = SomeMember.with(Role.VIEWER);
    SessionId here = member.session();
    SessionId elsewhere = member.session();
    SessionId others = SomeMember.with(Role.VIEWER).session();

    ofPage(here)
        .accept("application/json")
        .get("/api/v1/me/sessions")
        .then()
        .body("size()", equalTo(2));
    assertThat(end(here, others)).isEqualTo(404);
    assertThat(end(here, elsewhere)).isEqualTo(204);
    assertThat(me(elsewhere)).isEqualTo(401);
    assertThat(me(others)).isEqualTo(200);
  }

  @Test
  void aDisabledMemberIsOutWithinSeconds() {
    SomeMember member = SomeMember.with(Role.VIEWER);
    String code = code(member);
    SomeMember.Rows.change("update member set disabled_at = now() where id = ?", member.id());

    assertThat(me(member.session())).isEqualTo(401);
    assertThat(use(code).statusCode()).isEqualTo(403);
  }

  @Test
  void thereIsALinkForTheFirstAdministratorWhileNobodyCanComeIn() {
    SomeMember.Rows.change(
        """
        update member set password_hash = null, issuer = null, subject = null
        where organisation_id = ? and role = 'admin'""",
        Organisation.FIRST.id());
    Optional<FirstLink> link = first.link();

    assertThat(link).isPresent();
    assertThat(link.get().toString()).doesNotContain("code=");
    Response used = use(link.get().address().replaceFirst(".*code=", ""));
    signedIn(used).get("/api/v1/me").then().body("role", equalTo("admin"));
    choose(session(used), PASSWORD, PASSWORD);
    assertThat(first.link()).isEmpty();
  }

  private SomeMember withPassword() {
    SomeMember member = SomeMember.with(Role.VIEWER);
    assertThat(choose(member.session(), PASSWORD, PASSWORD).statusCode()).isEqualTo(303);
    return member;
  }

  private String code(SomeMember member) {
    return links.make(Organisation.FIRST, member.id()).replaceFirst(".*code=", "");
  }

  private static Response use(String code) {
    return visitor()
        .contentType("application/x-www-form-urlencoded")
        .formParam("code", code)
        .post("/sign-in/code");
  }

  private static Response signIn(String email, String password, String to) {
    return visitor()
        .contentType("application/x-www-form-urlencoded")
        .formParam("email", email)
        .formParam("password", password)
        .formParam("to", to)
        .post("/sign-in");
  }

  private static Response choose(SessionId session, String password, String again) {
    return ofPage(session)
        .contentType("application/x-www-form-urlencoded")
        .formParam("csrf_token", session.csrfToken().text())
        .formParam("password", password)
        .formParam("again", again)
        .post("/account/password");
  }

  private static int end(SessionId here, SessionId other) {
    return ofPage(here)
        .accept("application/json")
        .header("X-CSRF-Token", here.csrfToken().text())
        .delete("/api/v1/me/sessions/" + other.publicId())
        .statusCode();
  }

  private static int me(SessionId session) {
    return ofPage(session).accept("application/json").get("/api/v1/me").statusCode();
  }

  private static RequestSpecification visitor() {
    return TestCallers.anonymous()
        .redirects()
        .follow(false)
        .accept("text/html")
        .header("Sec-Fetch-Site", "same-origin");
  }

  private static RequestSpecification ofPage(SessionId session) {
    return visitor().header("Cookie", SessionCookie.NAME + "=" + session.secret());
  }

  private static SessionId session(Response answer) {
    return new SessionId(answer.getCookie(SessionCookie.NAME));
  }

  private static RequestSpecification signedIn(Response answer) {
    return ofPage(session(answer)).accept("application/json");
  }
}
