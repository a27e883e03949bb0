package dev.plumbline.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.api.remote.ServerConnection;
import java.util.List;
import java.util.Optional;

/** Finds the application that a user names in the registry of a server: by its name or its id. */
final class Applications {

  private Applications() {}

  static String idOf(ServerConnection connection, String named, Optional<String> environment) {
    List<JsonNode> found =
        RemoteRows.all(connection, "/api/v1/consumers", "consumers").stream()
            .filter(each -> isMeant(each, named, environment))
            .toList();
    if (found.isEmpty()) {
      throw new InputInvalidException(
          "APPLICATION: %s has no application %s%s"
              .formatted(
                  connection.server(), named, environment.map(name -> " in " + name).orElse("")));
    }
    if (found.size() > 1) {
      throw new InputInvalidException(
          "APPLICATION: %s runs in several environments; say --environment".formatted(named));
    }
    return found.get(0).path("id").asText();
  }

  private static boolean isMeant(JsonNode consumer, String named, Optional<String> environment) {
    boolean byName =
        consumer.path("application").asText().equals(named)
            && environment.map(consumer.path("environment").asText()::equals).orElse(true);
    return byName || consumer.path("id").asText().equals(named);
  }
}
