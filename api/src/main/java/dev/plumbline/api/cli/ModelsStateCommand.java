package dev.plumbline.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.api.remote.ServerConnection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a model of a server's registry to another state. */
@Command(
    name = "state",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Take a registered model to another state.")
final class ModelsStateCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private ServerOption server;

  @Parameters(arity = "1", paramLabel = "MODEL", description = "Its name, or its id.")
  private String model;

  @Parameters(
      arity = "1",
      paramLabel = "STATE",
      description = "ready, serving, retiring, retired, gone or failed.")
  private String state;

  @Option(names = "--reason", paramLabel = "TEXT", description = "For failed, retired and gone.")
  private Optional<String> reason = Optional.empty();

  @Option(names = "--by", paramLabel = "DAY", description = "For retiring: when calls end.")
  private Optional<String> by = Optional.empty();

  ModelsStateCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    ServerConnection connection = server.connection();
    Map<String, Object> wish = new LinkedHashMap<>();
    wish.put("name", state);
    reason.ifPresent(text -> wish.put("reason", text));
    by.ifPresent(text -> wish.put("by", text));
    String id = RegisteredModels.idOf(connection, model);
    JsonNode moved = connection.post("/api/v1/models/" + id + "/state", wish);
    surroundings.say(
        "%s is %s"
            .formatted(moved.path("model").asText(), moved.path("state").path("name").asText()));
    return ExitCode.OK.code();
  }
}
