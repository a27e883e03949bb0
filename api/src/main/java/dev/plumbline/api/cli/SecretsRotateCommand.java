package dev.plumbline.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.api.remote.ServerConnection;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Has the server move its secrets to a new master key. The server does it in steps and remembers
 * nothing, so that this command can be interrupted and given again.
 */
@Command(
    name = "rotate",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a new master key in the server's key file and moves every stored secret to it,",
      "while the server works on. Goes on with a rotation that was interrupted.",
      "With keys from settings: set the new and the previous ones, restart, then give this."
    },
    footer = {
      "",
      "Exit code 5 when secrets are left that cannot be opened; they stay as they are."
    })
public final class SecretsRotateCommand implements Callable<Integer> {

  private static final String PATH = "/api/v1/secrets/rotation";

  private final Surroundings surroundings;

  @Mixin private ServerOption server;
  @Mixin private FormatOption format;

  SecretsRotateCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    ServerConnection connection = server.connection();
    JsonNode before = connection.get(PATH);
    boolean ours = !before.path("key_source").asText().equals("settings");
    JsonNode state = connection.post(PATH, Map.of("new_key", ours));
    long moved = state.path("rewrapped").asLong();
    if (ours && isSameKey(before, state)) {
      surroundings.say(
          "went on with an earlier rotation, without a new key; give the command again for one");
    }
    while (state.path("rewrapped").asLong() > 0 && state.path("remaining").asLong() > 0) {
      surroundings.say(
          "%d secrets moved, %d left".formatted(moved, state.path("remaining").asLong()));
      state = connection.post(PATH, Map.of("new_key", false));
      moved += state.path("rewrapped").asLong();
    }
    return report(state, moved);
  }

  private static boolean isSameKey(JsonNode before, JsonNode after) {
    return before.path("current_version").equals(after.path("current_version"));
  }

  private int report(JsonNode state, long moved) {
    Table table = Table.of("version", "current", "secrets", "known");
    for (JsonNode each : state.path("versions")) {
      String version = each.path("version").asText();
      table.row(
          version,
          version.equals(state.path("current_version").asText()),
          each.path("secrets").asLong(),
          each.path("known").asBoolean());
    }
    format.output().table(table);
    long left = state.path("remaining").asLong();
    surroundings.say("%d secrets moved, %d left".formatted(moved, left));
    if (left > 0) {
      surroundings.say("plumbline: what is left cannot be opened; the server's log names each");
      return ExitCode.PARTIAL.code();
    }
    surroundings.say(
        "keys with 0 secrets can be removed from '%s', once no backup needs them"
            .formatted(state.path("key_source").asText()));
    return ExitCode.OK.code();
  }
}
