package dev.plumbline.api.settings;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.plumbline.api.access.TestCaller;
import dev.plumbline.api.access.TestCallers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The settings as people use them: forms, answers, and what is shown to whom. */
@QuarkusTest
class SettingsTest {

  private static final String HOSTILE = "<img src=x onerror=alert(1)>";
  private static final Pattern TOKEN = Pattern.compile("plb_live_([0-9A-Za-z]+)_[0-9A-Za-z]{40,}");

  @Test
  void theFirstSectionThatOneMaySeeIsShown() {
    as(TestCaller.VIEWER)
        .get("/settings")
        .then()
        .statusCode(303)
        .header("Location", endsWith("/settings/members"));
    as(TestCaller.PROJECT_ADMIN)
        .get("/settings")
        .then()
        .statusCode(303)
        .header("Location", endsWith("/settings/tokens"));
  }

  @Test
  void anInvitationShowsItsLinkOnceAndIsWrittenDown() {
    String email = UUID.randomUUID() + "@settings.test";

    String answer =
        admin()
            .formParam("email", email)
            .formParam("name", HOSTILE)
            .formParam("role", "planner")
            .post("/settings/members")
            .then()
            .statusCode(201)
            .header("Cache-Control", containsString("no-store"))
            .body(containsString("/sign-in/code?code="))
            .body(not(containsString(HOSTILE)))
            .extract()
            .asString();

    String code = answer.replaceAll("(?s).*/sign-in/code\\?code=([^<\\s]+).*", "$1");
    admin()
        .get("/settings/members?after=" + email.substring(0, 8))
        .then()
        .statusCode(200)
        .body(containsString(email))
        .body(containsString("&lt;img src=x"))
        .body(not(containsString(HOSTILE)))
        .body(not(containsString(code)));
    given()
        .get("/api/v1/audit?limit=500")
        .then()
        .statusCode(200)
        .body(containsString("member.invited"))
        .body(containsString(email));
  }

  @Test
  void whatIsRefusedIsSaidAndWhatWasTypedStays() {
    admin()
        .formParam("email", "nobody")
        .formParam("name", "Ada <b>")
        .formParam("role", "planner")
        .post("/settings/members")
        .then()
        .statusCode(400)
        .body(containsString("Not an email address"))
        .body(containsString("value=\"nobody\""))
        .body(containsString("value=\"Ada &lt;b&gt;\""))
        .body(containsString("aria-invalid=\"true\""));
  }

  @Test
  void theLastAdministratorOfAnOrganisationStays() {
    Supplier<RequestSpecification> alone = TestCallers.administratorOfANewOrganisation();
    String list = form(alone.get()).get("/settings/members").then().extract().asString();
    Matcher row = Pattern.compile("/settings/members/([0-9a-f-]{36})/disable").matcher(list);
    assertThat(row.find()).isTrue();
    String last = row.group(1);

    ValidatableResponse answer =
        form(alone.get()).post("/settings/members/" + last + "/disable").then();

    answer.statusCode(409).body(containsString("This is the last administrator who can sign in"));
  }

  @Test
  void aMemberIsChangedDisabledAndEnabled() {
    String id =
        given()
            .contentType("application/json")
            .body(
                "{\"email\":\"%s@settings.test\",\"role\":\"viewer\"}".formatted(UUID.randomUUID()))
            .post("/api/v1/members")
            .then()
            .extract()
            .path("member.id");
    String address = "/settings/members/" + id;

    leadsTo(admin().formParam("role", "owner").post(address + "/role"), "role-changed");
    leadsTo(admin().post(address + "/disable"), "disabled");
    admin().post(address + "/sign-in-link").then().statusCode(409);
    leadsTo(admin().post(address + "/enable"), "enabled");
    admin().post(address + "/sign-in-link").then().statusCode(201);
    given().get("/api/v1/members/" + id).then().body("role", equalTo("owner"));
  }

  @Test
  void teamsAndProjectsAreAddedOnce() {
    String name = "Team " + UUID.randomUUID();

    leadsTo(admin().formParam("team", name).post("/settings/members/teams"), "team-added");
    admin().formParam("team", name).post("/settings/members/teams").then().statusCode(409);
    leadsTo(admin().formParam("project", name).post("/settings/members/projects"), "project-added");
    admin()
        .get("/settings/members?done=%3Cscript%3E")
        .then()
        .statusCode(200)
        .body(containsString(name))
        .body(not(containsString("<script>")));
  }

  @Test
  void aTokenIsShownOnceWorksAndIsRevoked() {
    String name = "token " + UUID.randomUUID() + HOSTILE;

    String answer =
        admin()
            .formParam("name", name)
            .formParam("scopes", "read")
            .formParam("project_id", "")
            .formParam("expires_in_days", "30")
            .post("/settings/tokens")
            .then()
            .statusCode(201)
            .body(containsString("plumbline login --server http"))
            .body(not(containsString(HOSTILE)))
            .extract()
            .asString();

    Matcher secret = TOKEN.matcher(answer);
    assertThat(secret.find()).isTrue();
    admin()
        .get("/settings/tokens")
        .then()
        .statusCode(200)
        .body(containsString("plb_live_" + secret.group(1) + "_…"))
        .body(not(containsString(secret.group())))
        .body(not(containsString(HOSTILE)));
    bearer(secret.group()).get("/api/v1/me").then().statusCode(200);
    leadsTo(admin().post("/settings/tokens/" + secret.group(1) + "/revoke"), "token-revoked");
    bearer(secret.group()).get("/api/v1/me").then().statusCode(401);
  }

  @Test
  void aTokenWithoutAScopeIsRefusedAndItsNameStays() {
    admin()
        .formParam("name", "nightly")
        .formParam("expires_in_days", "soon")
        .post("/settings/tokens")
        .then()
        .statusCode(400)
        .body(containsString("value=\"nightly\""))
        .body(containsString("value=\"soon\""));
  }

  @Test
  void aViewerSeesMembersWithoutFormsAndChangesNothing() {
    as(TestCaller.VIEWER)
        .get("/settings/members")
        .then()
        .statusCode(200)
        .body(not(containsString("action=\"/settings")))
        .body(not(containsString("href=\"/settings/tokens\"")))
        .body(not(containsString("href=\"/settings/credentials\"")));
    as(TestCaller.VIEWER)
        .formParam("email", "x@settings.test")
        .post("/settings/members")
        .then()
        .statusCode(403);
    as(TestCaller.VIEWER).get("/settings/tokens").then().statusCode(403);
    as(TestCaller.VIEWER).post("/settings/tokens").then().statusCode(403);
  }

  @Test
  void aCredentialIsStoredReplacedAndDeletedAndItsSecretNeverShown() {
    String name = "key " + UUID.randomUUID() + HOSTILE;
    String secret = "sk-settings-" + UUID.randomUUID();

    leadsTo(credential(name, secret), "credential-added");
    credential(name, secret).then().statusCode(409).body(not(containsString(secret)));

    String list = admin().get("/settings/credentials").then().extract().asString();
    assertThat(list).contains("****" + secret.substring(secret.length() - 4));
    assertThat(list).doesNotContain(secret).doesNotContain(HOSTILE);
    String id = idAfter(list, name.substring(0, 40));
    String address = "/settings/credentials/" + id;
    admin().formParam("secret", " ").post(address + "/secret").then().statusCode(400);
    leadsTo(admin().formParam("secret", secret + "2").post(address + "/secret"), "secret-replaced");
    leadsTo(admin().post(address + "/delete"), "credential-deleted");
    admin().post(address + "/delete").then().statusCode(404);
  }

  private static Response credential(String name, String secret) {
    return admin()
        .formParam("name", name)
        .formParam("kind", "provider")
        .formParam("provider", "openai")
        .formParam("project", "")
        .formParam("secret", secret)
        .post("/settings/credentials");
  }

  private static String idAfter(String list, String name) {
    Matcher id =
        Pattern.compile("/settings/credentials/([0-9a-f-]{36})/secret")
            .matcher(list.substring(list.indexOf(name)));
    assertThat(id.find()).isTrue();
    return id.group(1);
  }

  @Test
  void theWaysToSignInAreShownWithTheirSettings() {
    as(TestCaller.VIEWER)
        .get("/settings/sign-in")
        .then()
        .statusCode(200)
        .body(containsString("plumbline.oidc.issuer"))
        .body(containsString("8 h"))
        .body(not(containsString("<form class")));
  }

  private static void leadsTo(Response answer, String done) {
    answer.then().statusCode(303).header("Location", endsWith("?done=" + done));
  }

  private static RequestSpecification bearer(String token) {
    return TestCallers.anonymous().header("Authorization", "Bearer " + token);
  }

  private static RequestSpecification admin() {
    return as(TestCaller.ADMIN);
  }

  private static RequestSpecification as(TestCaller caller) {
    return form(TestCallers.as(caller));
  }

  private static RequestSpecification form(RequestSpecification request) {
    return request
        .redirects()
        .follow(false)
        .accept("text/html")
        .contentType("application/x-www-form-urlencoded; charset=UTF-8");
  }
}
