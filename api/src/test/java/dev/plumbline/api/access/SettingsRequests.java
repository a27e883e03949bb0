package dev.plumbline.api.access;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;

import dev.plumbline.api.access.RouteRequests.Maker;
import java.net.URLEncoder;
import java.util.Map;
import java.util.UUID;

/** How the forms of the settings are sent. */
final class SettingsRequests {

  private static final String MEMBERS = "/settings/members";
  private static final String CREDENTIALS = "/settings/credentials";
  private static final String PROVIDERS = "/settings/providers";
  private static final String TOKENS = "/settings/tokens";

  private SettingsRequests() {}

  static Map<String, Maker> makers() {
    return Map.ofEntries(
        entry("POST /settings/members", () -> form(MEMBERS, "email", email(), "role", "viewer")),
        entry("POST /settings/members/teams", () -> form(MEMBERS + "/teams", "team", Made.name())),
        entry(
            "POST /settings/members/projects",
            () -> form(MEMBERS + "/projects", "project", Made.name())),
        entry(
            "POST /settings/members/{id}/role", () -> form(member() + "/role", "role", "planner")),
        entry("POST /settings/members/{id}/disable", () -> form(member() + "/disable")),
        entry("POST /settings/members/{id}/enable", () -> form(disabledMember() + "/enable")),
        entry("POST /settings/members/{id}/sign-in-link", () -> form(member() + "/sign-in-link")),
        entry("POST /settings/credentials", SettingsRequests::credential),
        entry(
            "POST /settings/credentials/{id}/secret",
            () -> form(newCredential() + "/secret", "secret", "sk-2")),
        entry("POST /settings/credentials/{id}/delete", () -> form(newCredential() + "/delete")),
        entry(
            "POST /settings/providers",
            () -> form(PROVIDERS, "provider", "openai", "name", Made.name())),
        entry(
            "POST /settings/providers/{id}",
            () -> form(PROVIDERS + "/" + ProviderRequests.account(), "action", "sync")),
        entry("POST /settings/tokens", SettingsRequests::token),
        entry(
            "POST /settings/tokens/{id}/revoke",
            () -> form(TOKENS + "/" + newToken() + "/revoke")));
  }

  private static Ask token() {
    return form(
        TOKENS,
        "name",
        Made.name(),
        "scopes",
        "ingest",
        "project_id",
        TestRows.first().project().toString(),
        "expires_in_days",
        "30");
  }

  private static Ask credential() {
    return form(
        CREDENTIALS,
        "kind",
        "provider",
        "provider",
        "openai",
        "name",
        Made.name(),
        "project",
        TestRows.first().project().toString(),
        "secret",
        "sk-1");
  }

  private static String newCredential() {
    String body = "{\"kind\":\"channel\",\"name\":\"%s\",\"project\":\"%s\",\"secret\":\"sk-1\"}";
    return CREDENTIALS
        + "/"
        + Made.id("/api/v1/credentials", body.formatted(Made.name(), TestRows.first().project()));
  }

  private static String newToken() {
    return Made.id(
        "/api/v1/tokens",
        "{\"name\":\"%s\",\"scopes\":[\"ingest\"],\"project_id\":\"%s\"}"
            .formatted(Made.name(), TestRows.first().project()));
  }

  /** Of its own for each request: a member who is disabled gets no link. */
  private static String member() {
    String body = "{\"email\":\"%s\",\"role\":\"viewer\"}".formatted(email());
    return MEMBERS + "/" + Made.id("/api/v1/members", body, "member.id");
  }

  private static String disabledMember() {
    String body = "{\"email\":\"%s\",\"role\":\"viewer\"}".formatted(email());
    String id = Made.id("/api/v1/members", body, "member.id");
    given()
        .contentType("application/json")
        .body("{\"disabled\":true}")
        .patch("/api/v1/members/" + id)
        .then()
        .statusCode(200);
    return MEMBERS + "/" + id;
  }

  private static String email() {
    return UUID.randomUUID() + "@settings.test";
  }

  /**
   * @param fields name and value in turns
   */
  private static Ask form(String address, String... fields) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      body.append(i == 0 ? "" : "&").append(fields[i]).append('=');
      body.append(URLEncoder.encode(fields[i + 1], UTF_8));
    }
    return new Ask("POST", address, "application/x-www-form-urlencoded", body.toString());
  }
}
