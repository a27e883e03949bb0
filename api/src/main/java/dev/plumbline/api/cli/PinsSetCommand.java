package dev.plumbline.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.api.remote.ServerConnection;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Pins an application to a model, when the policy of its environment allows it. */
@Command(
    name = "set",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Pin an application to a model.",
      "When a policy refuses it every reason is a row, and the exit code is 1."
    })
final class PinsSetCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private ServerOption server;

  @Mixin private FormatOption format;

  @Mixin private PinOptions pin;

  PinsSetCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Asked first, because the reasons of a refusal are data and not one line of a message. */
  @Override
  public Integer call() {
    ServerConnection connection = server.connection();
    Map<String, Object> wish = pin.wish(connection);
    JsonNode check = connection.post("/api/v1/pins/check", wish);
    if (!check.path("allowed").asBoolean()) {
      PinOptions.print(format, check);
      return ExitCode.CHECK_FAILED.code();
    }
    JsonNode set = connection.post("/api/v1/pins", wish);
    PinOptions.print(format, set);
    surroundings.say("pinned to %s".formatted(set.path("model").asText()));
    return ExitCode.OK.code();
  }
}
