package dev.plumbline.api.access;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.plumbline.api.identity.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, and what the others are told. */
@QuarkusTest
class DoorTest {

  private static final String API = "/api/v1/test/door";
  private static final String PAGE = "/test/door";

  @Test
  void theCookieOfASessionIsItsMember() {
    SomeMember member = SomeMember.with(Role.VIEWER);

    as(member.session()).get(API).then().statusCode(200).body(equalTo(member.name()));
  }

  @Test
  void aProgramWithoutATokenIsToldToSendOne() {
    anonymous()
        .get(API)
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", "Bearer")
        .header("Cache-Control", containsString("no-store"))
        .body("code", equalTo("unauthorized"));
  }

  @Test
  void aPersonWithoutASessionIsSentToSignInAndBack() {
    anonymous()
        .accept("text/html,application/xhtml+xml")
        .urlEncodingEnabled(false)
        .get(PAGE + "?a=b&c=%2F")
        .then()
        .statusCode(303)
        .header("Location", equalTo("/sign-in?to=%2Ftest%2Fdoor%3Fa%3Db%26c%3D%252F"));
  }

  @Test
  void aPartOfAPageThatIsAskedForLeavesThePage() {
    anonymous()
        .accept("text/html")
        .header("HX-Request", "true")
        .get(PAGE)
        .then()
        .statusCode(401)
        .header("HX-Redirect", "/sign-in");
  }

  @Test
  void aProgramWithoutThePermissionGetsAProblem() {
    as(SomeMember.with(Role.OWNER).session())
        .get(API + "/installation")
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .body("code", equalTo("forbidden"));
  }

  @Test
  void aPersonWithoutThePermissionGetsAPage() {
    as(SomeMember.with(Role.OWNER).session())
        .accept("text/html")
        .get(PAGE + "/installation")
        .then()
        .statusCode(403)
        .contentType("text/html")
        .body(containsString("<h1>Not allowed</h1>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer plb_live_unknown00_0000000000000000000000000000000000000000000000000",
        "Bearer",
        "Bearer ",
        "Bearer a b",
        "Bearer \u00e4\u00f6\u00fc",
        "Basic YTpi",
        "Negotiate abc",
        "plb_live_unknown",
        "Bearer '; drop table session; --"
      })
  void anAuthorizationThatStandsForNobodyIsRefusedEvenWhereAllMayGo(String authorization) {
    for (String path : List.of(API, API + "/open")) {
      anonymous()
          .header("Authorization", authorization)
          .get(path)
          .then()
          .statusCode(401)
          .contentType("application/problem+json")
          .header("WWW-Authenticate", "Bearer");
    }
  }

  @Test
  void twoAuthorizationsAreRefused() {
    anonymous().header("Authorization", "Bearer one", "Bearer two").get(API).then().statusCode(401);
  }

  @Test
  void anAuthorizationThatIsTooLongIsRefused() {
    anonymous()
        .header("Authorization", "Bearer " + "a".repeat(600))
        .get(API)
        .then()
        .statusCode(401);
    anonymous()
        .header("Authorization", "Bearer " + "a".repeat(9_000))
        .get(API)
        .then()
        .statusCode(431);
  }

  @Test
  void aTokenCountsAndTheCookieBesideItDoesNot() {
    as(SomeMember.with(Role.VIEWER).session())
        .header("Authorization", "Bearer nobody")
        .get(API)
        .then()
        .statusCode(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "0000000000000000000000000000000000000000000", "a\u00e4"})
  void aCookieOfNoSessionIsThatOfAVisitor(String cookie) {
    anonymous()
        .header("Cookie", SessionCookie.NAME + "=" + cookie)
        .get(API + "/open")
        .then()
        .statusCode(200)
        .body(equalTo("nobody"));
  }

  @Test
  void twoCookiesAreNoSession() {
    SessionId session = SomeMember.with(Role.VIEWER).session();

    anonymous()
        .header(
            "Cookie",
            "%1$s=%2$s; %1$s=%3$s"
                .formatted(SessionCookie.NAME, session.secret(), SessionId.random().secret()))
        .get(API)
        .then()
        .statusCode(401);
  }

  @Test
  void aSessionThatNobodyUsedForEightHoursHasEnded() {
    SomeMember member = SomeMember.with(Role.VIEWER);

    as(member.session(Duration.ofMinutes(8 * 60 - 1))).get(API).then().statusCode(200);
    as(member.session(Duration.ofMinutes(8 * 60 + 1))).get(API).then().statusCode(401);
  }

  @Test
  void aSessionEndsAfterADayHoweverMuchItIsUsed() {
    SessionId session = SomeMember.with(Role.VIEWER).session();
    SomeMember.Rows.change(
        "update session set expires_at = now() - interval '1 second' where id_hash = ?",
        session.hash());

    as(session).get(API).then().statusCode(401);
  }

  @Test
  void aMemberWhoIsDisabledHasNoSession() {
    SomeMember member = SomeMember.with(Role.VIEWER);
    SomeMember.Rows.change("update member set disabled_at = now() where id = ?", member.id());

    as(member.session()).get(API).then().statusCode(401);
  }

  @Test
  void noAnswerRepeatsWhatWasSent() {
    anonymous()
        .header("Authorization", "Bearer secretsecretsecret")
        .get(API)
        .then()
        .body(not(containsString("secretsecret")));
  }

  private static RequestSpecification as(SessionId session) {
    return anonymous().cookie(SessionCookie.NAME, session.secret());
  }

  private static RequestSpecification anonymous() {
    return TestCallers.anonymous().redirects().follow(false);
  }
}
