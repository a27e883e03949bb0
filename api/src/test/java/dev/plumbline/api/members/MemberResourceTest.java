package dev.plumbline.api.members;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.plumbline.api.credentials.SomeCallers;
import dev.plumbline.api.tokens.AccessTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Members, teams, projects and organisations as programs meet them. */
@QuarkusTest
class MemberResourceTest {

  private static final String API = "/api/v1";

  @Inject AccessTokens tokens;

  private String token;

  @BeforeEach
  void begin() {
    token = SomeCallers.adminToken(tokens);
  }

  private RequestSpecification admin() {
    return given().header("Authorization", "Bearer " + token).contentType("application/json");
  }

  private ValidatableResponse post(String path, String body) {
    return admin().body(body).post(API + path).then();
  }

  @Test
  void anInvitationIsAnsweredWithItsLinkOnceAndTheMemberIsListed() {
    String email = UUID.randomUUID() + "@example.com";
    String body = "{\"email\":\"%s\",\"name\":\"Ada\",\"role\":\"planner\"}".formatted(email);

    String id =
        post("/members", body)
            .statusCode(201)
            .header("Location", notNullValue())
            .body("sign_in_link", startsWith("http"))
            .body("member.email", equalTo(email))
            .body("member.created_at", endsWith("Z"))
            .body("member.disabled_at", nullValue())
            .extract()
            .path("member.id");

    post("/members", body).statusCode(409).body("code", equalTo("conflict"));
    admin().get(API + "/members?limit=500").then().statusCode(200).body("members.id", hasItem(id));
    admin()
        .body("{\"role\":\"owner\",\"disabled\":true}")
        .patch(API + "/members/" + id)
        .then()
        .statusCode(200)
        .body("role", equalTo("owner"))
        .body("disabled_at", notNullValue());
    post("/members/" + id + "/sign-in-link", "").statusCode(409);
  }

  @Test
  void aTeamGetsARoleInAProject() {
    String team = post("/teams", named()).statusCode(201).extract().path("id");
    String project = post("/projects", named()).statusCode(201).extract().path("id");
    String roles = "/projects/" + project + "/roles";

    String role =
        post(roles, "{\"team_id\":\"%s\",\"role\":\"owner\"}".formatted(team))
            .statusCode(201)
            .body("team_id", equalTo(team))
            .body("member_id", nullValue())
            .extract()
            .path("id");

    admin()
        .body("{\"role\":\"planner\"}")
        .patch(API + roles + "/" + role)
        .then()
        .statusCode(200)
        .body("role", equalTo("planner"));
    admin().get(API + roles).then().statusCode(200).body("roles.id", hasItem(role));
    admin().delete(API + roles + "/" + role).then().statusCode(204);
    admin().delete(API + "/teams/" + team).then().statusCode(204);
    admin()
        .body("{\"archived\":true}")
        .patch(API + "/projects/" + project)
        .then()
        .statusCode(200)
        .body("archived_at", notNullValue());
  }

  @Test
  void anOrganisationIsMadeWithItsAdministrator() {
    String name = "New " + UUID.randomUUID();

    post("/organisations", "{\"name\":\"%s\",\"admin_email\":\"a@example.com\"}".formatted(name))
        .statusCode(201)
        .body("organisation.name", equalTo(name))
        .body("administrator.member.role", equalTo("admin"))
        .body("administrator.member.name", equalTo("a"))
        .body("administrator.sign_in_link", startsWith("http"));

    admin()
        .get(API + "/organisations?limit=500")
        .then()
        .statusCode(200)
        .body("organisations.name", hasItem(name));
    admin().get(API + "/organisation").then().statusCode(200).body("name", notNullValue());
  }

  @Test
  void rolesSayWhatTheyAllow() {
    admin()
        .get(API + "/roles")
        .then()
        .statusCode(200)
        .body("roles.name", hasItems("viewer", "admin"))
        .body("roles.find { it.name == 'planner' }.permissions", hasItem("overrides:write"))
        .body("scopes.name", hasItems("ingest", "read"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/members | {\"email\":\"x\",\"role\":\"viewer\"} | email",
        "/members | {\"email\":\"x@example.com\",\"role\":\"king\"} | role",
        "/members | {\"email\":\"x@example.com\"} | role",
        "/members | {\"email\":\"x@example.com\",\"role\":\"viewer\",\"name\":\" \"} | name",
        "/members | {\"emial\":\"x@example.com\"} | emial",
        "/teams | {} | name",
        "/projects | {\"name\":\"a\\u0000b\"} | name",
        "/organisations | {\"name\":\"x\",\"admin_email\":\"\"} | admin_email"
      })
  void aRefusedValueNamesItsField(String path, String body, String field) {
    post(path, body).statusCode(400).body("field", equalTo(field));
  }

  @ParameterizedTest
  @CsvSource({"members", "teams", "projects"})
  void anIdThatIsNotThereIsNotFoundAndOneThatIsNoneIsRefused(String path) {
    admin().get(API + "/" + path + "/" + UUID.randomUUID()).then().statusCode(404);
    admin().get(API + "/" + path + "/nonsense").then().statusCode(400).body("field", equalTo("id"));
    admin()
        .get(API + "/" + path + "?limit=501")
        .then()
        .statusCode(400)
        .body("field", equalTo("limit"));
  }

  private static String named() {
    return "{\"name\":\"Some %s\"}".formatted(UUID.randomUUID());
  }
}
