package dev.plumbline.api.settings;

import dev.plumbline.api.tokens.TokenView;
import java.util.Map;
import java.util.UUID;

/** A token as the table shows it, times in UTC. */
public record TokenRow(
    String id,
    String name,
    String shown,
    String scopes,
    String project,
    String createdBy,
    String expires,
    String lastUsed,
    String status,
    boolean revocable) {

  static TokenRow of(TokenView token, Map<UUID, String> projects, boolean mayWrite) {
    return new TokenRow(
        token.id(),
        token.name(),
        token.shown(),
        String.join(", ", token.scopes()),
        token.projectId() == null
            ? "all"
            : projects.getOrDefault(token.projectId(), token.projectId().toString()),
        token.createdBy(),
        Screens.minute(token.expiresAt()),
        token.lastUsedAt() == null ? "never" : Screens.minute(token.lastUsedAt()),
        token.status(),
        mayWrite && token.status().equals("active"));
  }

  /** Class of the badge. */
  public String tone() {
    return switch (status) {
      case "active" -> "tone-good";
      case "expired" -> "tone-care";
      default -> "tone-plain";
    };
  }
}
