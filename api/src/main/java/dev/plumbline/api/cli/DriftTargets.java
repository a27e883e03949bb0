package dev.plumbline.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.api.remote.ServerConnection;
import java.util.List;

/** Watched models of a server, by what a person calls them. */
final class DriftTargets {

  static final String PATH = "/api/v1/drift/targets";

  private DriftTargets() {}

  static List<JsonNode> all(ServerConnection connection) {
    return RemoteRows.all(connection, PATH, "targets");
  }

  /**
   * @param given name or id
   */
  static JsonNode one(ServerConnection connection, String given) {
    return all(connection).stream()
        .filter(
            each ->
                each.path("name").asText().equals(given) || each.path("id").asText().equals(given))
        .findFirst()
        .orElseThrow(() -> new InputInvalidException("there is no target of the name " + given));
  }

  static String path(JsonNode target) {
    return PATH + "/" + target.path("id").asText();
  }
}
