package dev.plumbline.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.api.remote.ServerConnection;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Asks whether a pin may be set, and sets nothing. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Ask whether an application may be pinned to a model; nothing is set.",
      "Every reason against it is a row, and the exit code is 1 when one stands."
    })
final class PinsCheckCommand implements Callable<Integer> {

  @Mixin private ServerOption server;

  @Mixin private FormatOption format;

  @Mixin private PinOptions pin;

  @Override
  public Integer call() {
    ServerConnection connection = server.connection();
    Map<String, Object> wish = pin.wish(connection);
    JsonNode check = connection.post("/api/v1/pins/check", wish);
    PinOptions.print(format, check);
    return check.path("allowed").asBoolean() ? ExitCode.OK.code() : ExitCode.CHECK_FAILED.code();
  }
}
