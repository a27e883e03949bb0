package dev.plumbline.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Policies as a server tells them; an empty number is no demand. */
final class PolicyRows {

  private PolicyRows() {}

  static Table of(Iterable<JsonNode> policies) {
    Table table =
        Table.of(
            "environment",
            "no_moving_alias",
            "base_lives_days",
            "rollback_verified_days",
            "rollback_lives_days",
            "evaluation_baseline",
            "fine_tune_age_days",
            "approved");
    policies.forEach(
        policy ->
            table.row(
                policy.path("environment").asText(),
                policy.path("no_moving_alias").asBoolean(),
                number(policy, "base_lives_days"),
                number(policy, "rollback_verified_days"),
                number(policy, "rollback_lives_days"),
                policy.path("evaluation_baseline").asBoolean(),
                number(policy, "fine_tune_age_days"),
                policy.has("approved")
                    ? Optional.of(RemoteRows.texts(policy.path("approved")))
                    : Optional.empty()));
    return table;
  }

  private static Optional<Integer> number(JsonNode policy, String field) {
    JsonNode number = policy.path(field);
    return number.isInt() ? Optional.of(number.asInt()) : Optional.empty();
  }
}
