package dev.plumbline.api.access;

import static io.restassured.RestAssured.given;
import static java.util.Map.entry;

import dev.plumbline.api.access.RouteRequests.Maker;
import java.util.Map;
import java.util.UUID;

/** How the routes of members, teams, projects, credentials and the audit trail are asked. */
final class OrganisationRequests {

  private static final String MEMBERS = "/api/v1/members";
  private static final String TEAMS = "/api/v1/teams";
  private static final String PROJECTS = "/api/v1/projects";
  private static final String TOKENS = "/api/v1/tokens";
  private static final String CREDENTIALS = "/api/v1/credentials";

  private OrganisationRequests() {}

  static Map<String, Maker> makers() {
    return Map.ofEntries(
        entry("GET /api/v1/members/{id}", () -> Ask.get(MEMBERS + "/" + member())),
        entry("POST /api/v1/members", () -> Ask.json("POST", MEMBERS, newMember())),
        entry(
            "PATCH /api/v1/members/{id}",
            () -> Ask.json("PATCH", MEMBERS + "/" + member(), named())),
        entry(
            "POST /api/v1/members/{id}/sign-in-link",
            () -> Ask.json("POST", MEMBERS + "/" + member() + "/sign-in-link", "")),
        entry(
            "PATCH /api/v1/organisation", () -> Ask.json("PATCH", "/api/v1/organisation", named())),
        entry(
            "POST /api/v1/organisations",
            () ->
                Ask.json(
                    "POST",
                    "/api/v1/organisations",
                    "{\"name\":\"%s\",\"admin_email\":\"%s@first.test\"}"
                        .formatted(Made.name(), UUID.randomUUID()))),
        entry("GET /api/v1/projects/{id}", () -> Ask.get(PROJECTS + "/" + project())),
        entry("POST /api/v1/projects", () -> Ask.json("POST", PROJECTS, named())),
        entry(
            "PATCH /api/v1/projects/{id}",
            () -> Ask.json("PATCH", PROJECTS + "/" + project(), named())),
        entry("GET /api/v1/projects/{id}/roles", () -> Ask.get(roles())),
        entry("POST /api/v1/projects/{id}/roles", () -> Ask.json("POST", roles(), newRole())),
        entry(
            "PATCH /api/v1/projects/{id}/roles/{role}",
            () -> Ask.json("PATCH", role(), "{\"role\":\"planner\"}")),
        entry("DELETE /api/v1/projects/{id}/roles/{role}", () -> Ask.delete(role())),
        entry("GET /api/v1/teams/{id}", () -> Ask.get(TEAMS + "/" + team())),
        entry("POST /api/v1/teams", () -> Ask.json("POST", TEAMS, named())),
        entry("PATCH /api/v1/teams/{id}", () -> Ask.json("PATCH", TEAMS + "/" + team(), named())),
        entry("DELETE /api/v1/teams/{id}", () -> Ask.delete(TEAMS + "/" + Made.id(TEAMS, named()))),
        entry("GET /api/v1/teams/{id}/members", () -> Ask.get(TEAMS + "/" + team() + "/members")),
        entry("PUT /api/v1/teams/{id}/members/{member}", () -> Ask.json("PUT", place(), "")),
        entry("DELETE /api/v1/teams/{id}/members/{member}", () -> Ask.delete(place())),
        entry("GET /api/v1/credentials/{id}", () -> Ask.get(CREDENTIALS + "/" + credential())),
        entry("POST /api/v1/credentials", () -> Ask.json("POST", CREDENTIALS, newCredential())),
        entry(
            "PUT /api/v1/credentials/{id}/secret",
            () ->
                Ask.json(
                    "PUT", CREDENTIALS + "/" + credential() + "/secret", "{\"secret\":\"sk-2\"}")),
        entry(
            "PATCH /api/v1/credentials/{id}",
            () -> Ask.json("PATCH", CREDENTIALS + "/" + credential(), named())),
        entry(
            "DELETE /api/v1/credentials/{id}",
            () -> Ask.delete(CREDENTIALS + "/" + Made.id(CREDENTIALS, newCredential()))),
        entry(
            "GET /api/v1/tokens/{id}",
            () -> Ask.get(TOKENS + "/" + Made.once("token", OrganisationRequests::newToken))),
        entry("POST /api/v1/tokens", () -> Ask.json("POST", TOKENS, tokenWish())),
        entry("DELETE /api/v1/tokens/{id}", () -> Ask.delete(TOKENS + "/" + newToken())),
        entry("GET /api/v1/audit/{number}", OrganisationRequests::auditEntry),
        entry(
            "POST /api/v1/secrets/rotation",
            () -> Ask.json("POST", "/api/v1/secrets/rotation", "{\"new_key\":false}")));
  }

  private static String named() {
    return "{\"name\":\"%s\"}".formatted(Made.name());
  }

  private static String newMember() {
    return "{\"email\":\"%s@members.test\",\"role\":\"viewer\"}".formatted(UUID.randomUUID());
  }

  private static String member() {
    return Made.once("member", () -> Made.id(MEMBERS, newMember(), "member.id"));
  }

  private static String team() {
    return Made.once("team", () -> Made.id(TEAMS, named()));
  }

  private static String place() {
    return TEAMS + "/" + team() + "/members/" + member();
  }

  /** The project in which the tokens of one project hold. */
  private static String project() {
    return TestRows.first().project().toString();
  }

  private static String roles() {
    return PROJECTS + "/" + project() + "/roles";
  }

  private static String newRole() {
    return "{\"team_id\":\"%s\",\"role\":\"viewer\"}".formatted(Made.id(TEAMS, named()));
  }

  private static String role() {
    return roles() + "/" + Made.id(roles(), newRole());
  }

  private static String newCredential() {
    return "{\"kind\":\"provider\",\"provider\":\"openai\",\"name\":\"%s\",\"project\":\"%s\",\"secret\":\"sk-1\"}"
        .formatted(Made.name(), project());
  }

  /** For the project in which the tokens of one project hold. */
  private static String tokenWish() {
    return "{\"name\":\"%s\",\"scopes\":[\"ingest\"],\"project_id\":\"%s\"}"
        .formatted(Made.name(), project());
  }

  private static String newToken() {
    return Made.id(TOKENS, tokenWish());
  }

  /** The latest entry: its number is beyond the other organisation's trail. */
  private static Ask auditEntry() {
    member();
    int number = given().get("/api/v1/audit/head").then().extract().path("number");
    return Ask.get("/api/v1/audit/" + number);
  }

  private static String credential() {
    return Made.once("credential", () -> Made.id(CREDENTIALS, newCredential()));
  }
}
