package dev.plumbline.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.api.remote.ServerConnection;
import java.util.List;

/** Finds what a user names in the registry of a server: by its name or by its id. */
final class RegisteredModels {

  private RegisteredModels() {}

  static List<JsonNode> all(ServerConnection connection) {
    return RemoteRows.all(connection, "/api/v1/models", "models");
  }

  /** The id of the model with that name or id. */
  static String idOf(ServerConnection connection, String named) {
    List<JsonNode> found =
        all(connection).stream()
            .filter(
                each ->
                    each.path("id").asText().equals(named)
                        || each.path("model").asText().equals(named))
            .toList();
    if (found.isEmpty()) {
      throw new InputInvalidException(
          "MODEL: " + connection.server() + " has no registered model " + named);
    }
    if (found.size() > 1) {
      throw new InputInvalidException(
          "MODEL: several providers have %s; give its id, which `plumbline models registered` shows"
              .formatted(named));
    }
    return found.get(0).path("id").asText();
  }
}
