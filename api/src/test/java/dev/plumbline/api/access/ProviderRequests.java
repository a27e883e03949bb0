package dev.plumbline.api.access;

import static java.util.Map.entry;

import dev.plumbline.api.access.RouteRequests.Maker;
import java.util.Map;
import java.util.UUID;

/** How the routes of accounts at providers are asked; no account has a key, so nobody is asked. */
final class ProviderRequests {

  private static final String ACCOUNTS = "/api/v1/provider-accounts";

  private ProviderRequests() {}

  static Map<String, Maker> makers() {
    return Map.ofEntries(
        entry("GET /api/v1/provider-accounts/{id}", () -> Ask.get(ACCOUNTS + "/" + account())),
        entry(
            "GET /api/v1/provider-accounts/{id}/models",
            () -> Ask.get(ACCOUNTS + "/" + account() + "/models")),
        entry("POST /api/v1/provider-accounts", () -> Ask.json("POST", ACCOUNTS, newAccount())),
        entry(
            "PUT /api/v1/provider-accounts/{id}",
            () -> Ask.json("PUT", ACCOUNTS + "/" + account(), newAccount())),
        entry(
            "DELETE /api/v1/provider-accounts/{id}",
            () -> Ask.delete(ACCOUNTS + "/" + Made.id(ACCOUNTS, newAccount()))),
        entry(
            "POST /api/v1/syncs",
            () -> Ask.json("POST", "/api/v1/syncs", "{\"account\":\"%s\"}".formatted(account()))),
        entry(
            "POST /webhooks/openai/{account}",
            () -> Ask.json("POST", "/webhooks/openai/" + UUID.randomUUID(), "{}")));
  }

  private static String newAccount() {
    return "{\"provider\":\"openai\",\"name\":\"%s\"}".formatted(Made.name());
  }

  static String account() {
    return Made.once("provider account", () -> Made.id(ACCOUNTS, newAccount()));
  }
}
