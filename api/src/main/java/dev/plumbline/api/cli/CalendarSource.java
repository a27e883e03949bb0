package dev.plumbline.api.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.plumbline.api.calendar.ClaimView;
import dev.plumbline.api.remote.RemoteFailureException;
import dev.plumbline.api.remote.ServerConnection;
import dev.plumbline.lifecycle.deprecation.DateClaim;
import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import dev.plumbline.lifecycle.scan.KnownFineTunes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/**
 * Whose calendar a command computes with. Without {@code --server} it is the bundled one, and
 * nothing is asked of any server; a login alone changes nothing.
 */
final class CalendarSource {

  private static final ObjectMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();

  private final Surroundings surroundings;
  private Optional<ServerConnection> connection = Optional.empty();

  @Option(
      names = "--server",
      paramLabel = "URL",
      description = {
        "Use your organisation's calendar of this server, with the token of `plumbline login`",
        "or PLUMBLINE_TOKEN. Without it the facts that ship with Plumbline, offline."
      })
  private Optional<String> server = Optional.empty();

  CalendarSource(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * The calendar to compute with.
   *
   * @throws RemoteFailureException when the server was asked for and does not answer
   */
  DeprecationCalendar calendar() {
    return server
        .map(url -> DeprecationCalendar.bundled().with(claims(connection(url))))
        .orElseGet(DeprecationCalendar::bundled);
  }

  /** What the server's registry knows; not asked without a server. */
  KnownFineTunes fineTunes() {
    return server
        .map(url -> KnownFineTunes.of(names(connection(url))))
        .orElse(KnownFineTunes.NOT_ASKED);
  }

  private ServerConnection connection(String url) {
    ServerConnection opened =
        connection.orElseGet(() -> ServerOption.connection(surroundings, url));
    connection = Optional.of(opened);
    return opened;
  }

  private static Set<String> names(ServerConnection server) {
    JsonNode answer = server.get("/api/v1/scan/fine-tunes").path("fine_tunes");
    return new LinkedHashSet<>(RemoteRows.texts(answer));
  }

  /** A newer server may know words that this version does not: those claims are left out. */
  private List<DateClaim> claims(ServerConnection server) {
    List<DateClaim> claims = new ArrayList<>();
    int unknown = 0;
    for (JsonNode row : server.get("/api/v1/calendar/claims").path("claims")) {
      try {
        claims.add(JSON.treeToValue(row, ClaimView.class).toClaim());
      } catch (JsonProcessingException | IllegalArgumentException | NullPointerException e) {
        unknown++;
      }
    }
    if (claims.isEmpty()) {
      throw RemoteFailureException.ofServer(
          server.server() + " has no calendar that can be read; check the address");
    }
    if (unknown > 0) {
      surroundings.say(
          "plumbline: %d statements of the server are not understood; use its version"
              .formatted(unknown));
    }
    return claims;
  }
}
