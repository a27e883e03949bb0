package dev.plumbline.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.api.remote.ServerConnection;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Keeps somebody out. */
@Command(
    name = "disable",
    mixinStandardHelpOptions = true,
    description = "Disable somebody, whose sessions end within five seconds.")
final class UserDisableCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private ServerOption server;

  @Parameters(arity = "1", paramLabel = "EMAIL", description = "Who is disabled.")
  private String email;

  UserDisableCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    ServerConnection connection = server.connection();
    String wanted = email.strip().toLowerCase(Locale.ROOT);
    String id = "";
    for (JsonNode member : RemoteRows.all(connection, "/api/v1/members", "members")) {
      if (member.path("email").asText().equals(wanted)) {
        id = member.path("id").asText();
      }
    }
    if (id.isEmpty()) {
      throw new InputInvalidException("EMAIL: there is no member with the email " + wanted);
    }
    connection.patch("/api/v1/members/" + id, Map.of("disabled", true));
    surroundings.say("disabled " + wanted);
    return ExitCode.OK.code();
  }
}
