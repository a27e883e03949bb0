package dev.plumbline.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.api.remote.ServerConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The audit trail that a server keeps, read page by page from its first entry on. */
record RemoteTrail(ServerConnection server) {

  private static final String PATH = "/api/v1/audit";

  /** Small enough that a page of very long entries is still an answer that we take. */
  private static final int PAGE = 250;

  /** Signed now, as one line of JSON; entries that come later are not in it. */
  String head() {
    return server.get(PATH + "/head").toString();
  }

  /** The public keys of heads, in base64. */
  List<String> keys() {
    List<String> keys = new ArrayList<>();
    server.get(PATH + "/keys").forEach(key -> keys.add(key.path("public_key").asText()));
    return keys;
  }

  /** Every entry as the line of JSON that the server exports. */
  void each(Consumer<String> consumer) {
    Optional<String> after = Optional.empty();
    do {
      JsonNode page =
          server.get(
              "%s?order=oldest&limit=%d%s"
                  .formatted(PATH, PAGE, after.map(number -> "&after=" + number).orElse("")));
      page.path("entries").forEach(entry -> consumer.accept(entry.toString()));
      after = RemoteRows.text(page.path("next"));
    } while (after.isPresent());
  }
}
