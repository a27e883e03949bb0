package dev.plumbline.api.tokens;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.plumbline.api.identity.Scope;
import dev.plumbline.api.organisations.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens over HTTP, from their making to their end. */
@QuarkusTest
class TokenResourceTest {

  private static final String TOKENS = "/api/v1/tokens";

  private Organisation organisation;
  private String admin;

  @BeforeEach
  void newOrganisation() {
    organisation = MadeTokens.organisation();
    admin = MadeTokens.token(organisation, Scope.ADMIN);
  }

  @Test
  void aNewTokenIsShownOnceAndWorks() {
    JsonPath made =
        create(admin, Map.of("name", "nightly", "scopes", new String[] {"read", "scan"}))
            .statusCode(201)
            .header("Cache-Control", equalTo("no-store"))
            .header("Location", containsString(TOKENS + "/"))
            .body("status", equalTo("active"))
            .body("scopes", equalTo(java.util.List.of("read", "scan")))
            .extract()
            .jsonPath();
    String token = made.getString("token");

    as(token)
        .get("/api/v1/me")
        .then()
        .statusCode(200)
        .body("organisation.id", equalTo(organisation.id().toString()))
        .body("actor.kind", equalTo("token"))
        .body("actor.name", equalTo("nightly"))
        .body("token.id", equalTo(made.getString("id")))
        .body("permissions", hasItems("models:scan", "prices:read"))
        .body("permissions", not(hasItem("tokens:write")));
    String listed = as(admin).get(TOKENS).then().statusCode(200).extract().asString();
    assertThat(listed).contains(made.getString("id")).doesNotContain(secretOf(token));
  }

  /** What is known of a secret afterwards is its hash, which only the table of tokens has. */
  @Test
  void theSecretIsNeitherInTheTrailNorInTheTable() {
    String token =
        create(admin, Map.of("name", "canary", "scopes", new String[] {"read"}))
            .extract()
            .path("token");
    String id = MadeTokens.idOf(token);
    as(admin).delete(TOKENS + "/" + id).then().statusCode(200);

    String trail =
        MadeTokens.value(
            "select string_agg(action || coalesce(before, '') || coalesce(after, ''), ' ' order by number)"
                + " from audit_entry where organisation_id = ?",
            organisation.id());
    String row = MadeTokens.value("select t::text from access_token t where id = ?", id);

    assertThat(trail).contains("token.created", "token.revoked", id);
    assertThat(trail + row).doesNotContain(secretOf(token));
    assertThat(trail).doesNotContain("hash").doesNotContain("secret");
  }

  @Test
  void aTokenLivesNinetyDaysUnlessAskedOtherwiseAndNeverLongerThanItsMaker() {
    String inTenDays = create(admin, wish()).statusCode(201).extract().path("expires_at");
    assertThat(Instant.parse(inTenDays))
        .isCloseTo(
            Instant.now().plus(10, ChronoUnit.DAYS),
            org.assertj.core.api.Assertions.within(1, ChronoUnit.HOURS));

    create(admin, Map.of("name", "x", "scopes", new String[] {"read"}, "expires_in_days", 30))
        .statusCode(403)
        .body("field", equalTo("expires_in_days"));
    create(admin, Map.of("name", "x", "scopes", new String[] {"read"}, "expires_in_days", 2))
        .statusCode(201);
  }

  @Test
  void nobodyGivesMoreThanTheyHave() {
    UUID project = MadeTokens.project(organisation);
    String bound = MadeTokens.tokenIn(project, organisation, Scope.ADMIN);

    create(bound, wish()).statusCode(403);
    create(bound, Map.of("name", "x", "scopes", new String[] {"read"}, "project_id", project))
        .statusCode(201)
        .body("project_id", equalTo(project.toString()));
    create(MadeTokens.token(organisation, Scope.READ), wish()).statusCode(403);
  }

  @Test
  void aTokenOfOneProjectSeesTheTokensOfThatProjectOnly() {
    UUID project = MadeTokens.project(organisation);
    String bound = MadeTokens.tokenIn(project, organisation, Scope.ADMIN);

    as(bound)
        .get(TOKENS)
        .then()
        .statusCode(200)
        .body("tokens", hasSize(1))
        .body("tokens.project_id", everyItem(equalTo(project.toString())));
    as(bound).get(TOKENS + "/" + MadeTokens.idOf(admin)).then().statusCode(403);
    as(bound).delete(TOKENS + "/" + MadeTokens.idOf(admin)).then().statusCode(403);
    as(bound)
        .get("/api/v1/me")
        .then()
        .statusCode(200)
        .body("permissions", hasSize(0))
        .body("project_permissions.'" + project + "'", hasItem("tokens:write"));
  }

  @Test
  void aRevokedTokenIsRefusedAtOnceAndRevokingAgainChangesNothing() {
    String token = create(admin, wish()).extract().path("token");
    String address = TOKENS + "/" + MadeTokens.idOf(token);
    as(token).get("/api/v1/me").then().statusCode(200);

    String first = as(admin).delete(address).then().statusCode(200).extract().path("revoked_at");
    as(token)
        .get("/api/v1/me")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", containsString("Bearer"));
    as(admin)
        .delete(address)
        .then()
        .statusCode(200)
        .body("status", equalTo("revoked"))
        .body("revoked_at", equalTo(as(admin).get(address).path("revoked_at")));

    assertThat(first).isNotNull();
    assertThat(trail("token.revoked")).isEqualTo("1");
  }

  @Test
  void anotherOrganisationsTokenIsNotThere() {
    String other = MadeTokens.token(MadeTokens.organisation(), Scope.ADMIN);
    String foreign = TOKENS + "/" + MadeTokens.idOf(other);
    String nothing = TOKENS + "/" + "a".repeat(12);

    assertThat(as(admin).get(foreign).then().statusCode(404).extract().asString())
        .isEqualTo(as(admin).get(nothing).then().statusCode(404).extract().asString());
    as(admin).delete(foreign).then().statusCode(404);
    as(admin).get(TOKENS).then().body("tokens.id", not(hasItem(MadeTokens.idOf(other))));
    create(
            admin,
            Map.of(
                "name",
                "x",
                "scopes",
                new String[] {"read"},
                "project_id",
                MadeTokens.project(MadeTokens.organisation())))
        .statusCode(400)
        .body("field", equalTo("project_id"));
    as(other).get("/api/v1/me").then().statusCode(200);
  }

  @Test
  void aLongListComesInPages() {
    for (int i = 0; i < 4; i++) {
      MadeTokens.token(organisation, Scope.READ);
    }

    JsonPath first = as(admin).get(TOKENS + "?limit=3").jsonPath();
    JsonPath second = as(admin).get(TOKENS + "?limit=3&after=" + first.get("next")).jsonPath();

    assertThat(first.getList("tokens")).hasSize(3);
    assertThat(second.getList("tokens"))
        .hasSize(2)
        .doesNotContainAnyElementsOf(first.get("tokens"));
    assertThat(second.getString("next")).isNull();
    as(admin).get(TOKENS + "?limit=501").then().statusCode(400).body("field", equalTo("limit"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"name\":\"x\"}",
        "{\"name\":\"x\",\"scopes\":[]}",
        "{\"name\":\"x\",\"scopes\":[null]}",
        "{\"name\":\"x\",\"scopes\":[\"root\"]}",
        "{\"name\":\" \",\"scopes\":[\"read\"]}",
        "{\"name\":\"a\\nb\",\"scopes\":[\"read\"]}",
        "{\"name\":\"x\",\"scopes\":[\"read\"],\"expires_in_days\":0}",
        "{\"name\":\"x\",\"scopes\":[\"read\"],\"expires_in_days\":367}",
        "{\"name\":\"x\",\"scopes\":[\"read\"],\"project_id\":\"7\"}",
      })
  void aWishThatCannotBeIsRefused(String body) {
    as(admin)
        .contentType(ContentType.JSON)
        .body(body)
        .post(TOKENS)
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @Test
  void theUseOfATokenIsNoted() {
    as(admin).get("/api/v1/me").then().statusCode(200);

    as(admin)
        .get(TOKENS + "/" + MadeTokens.idOf(admin))
        .then()
        .body("last_used_at", containsString("T"));
  }

  private static Map<String, Object> wish() {
    return Map.of("name", "some machine", "scopes", new String[] {"read"});
  }

  private static ValidatableResponse create(String token, Map<String, Object> wish) {
    return as(token).contentType(ContentType.JSON).body(wish).post(TOKENS).then();
  }

  private static RequestSpecification as(String token) {
    return given().header("Authorization", "Bearer " + token);
  }

  private static String secretOf(String token) {
    return token.substring(token.lastIndexOf('_') + 1, token.length() - 6);
  }

  private String trail(String action) {
    return MadeTokens.value(
        "select count(*) from audit_entry where organisation_id = ? and action = ?",
        organisation.id(),
        action);
  }
}
