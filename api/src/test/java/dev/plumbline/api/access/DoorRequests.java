package dev.plumbline.api.access;

import static java.util.Map.entry;

import dev.plumbline.api.access.RouteRequests.Maker;
import java.util.Map;

/** How the pages of signing in and of one's own account are asked. */
final class DoorRequests {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String NEW_PASSWORD = "four words walk the matrix";

  private DoorRequests() {}

  static Map<String, Maker> makers() {
    return Map.ofEntries(
        entry("POST /sign-in", () -> form("/sign-in", "email=&password=")),
        entry("POST /sign-in/code", () -> form("/sign-in/code", "code=unknown")),
        entry(
            "POST /account/password",
            () ->
                form(
                    "/account/password",
                    "password="
                        + NEW_PASSWORD.replace(' ', '+')
                        + "&again="
                        + NEW_PASSWORD.replace(' ', '+'))),
        entry("POST /account/sessions/end", () -> form("/account/sessions/end", "id=unknown")),
        entry(
            "DELETE /api/v1/me/sessions/{id}",
            () -> Ask.delete("/api/v1/me/sessions/0123456789abcdef0123456789abcdef")));
  }

  private static Ask form(String address, String body) {
    return new Ask("POST", address, FORM, body);
  }
}
