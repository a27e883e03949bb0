package dev.plumbline.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.api.remote.ServerConnection;
import java.util.Optional;
import java.util.function.Consumer;

/** The audit trail that a server keeps, read page by page from its first entry on. */
record RemoteTrail(ServerConnection server) {

  private static final String PATH = "/api/v1/audit";
  private static final int PAGE = 500;

  /** Signed now, as one line of JSON; entries that come later are not in it. */
  String head() {
    return server.get(PATH + "/head").toString();
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
