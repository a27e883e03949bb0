package dev.plumbline.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Registers a deployment on a server, or what answers there now. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Register a deployment, or what answers there now: the model before stays as the way back.",
      "Standard output is its id alone."
    })
final class DeploymentsAddCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private ServerOption server;

  @Parameters(index = "0", paramLabel = "PROVIDER", description = "For example azure.")
  private String provider;

  @Parameters(index = "1", paramLabel = "ACCOUNT", description = "What holds it.")
  private String account;

  @Parameters(index = "2", paramLabel = "NAME", description = "Under which it is called.")
  private String name;

  @Parameters(index = "3", paramLabel = "MODEL", description = "What answers there.")
  private String model;

  @Option(names = "--region", paramLabel = "NAME", description = "For example swedencentral.")
  private Optional<String> region = Optional.empty();

  @Option(
      names = "--type",
      paramLabel = "WORD",
      description = "standard, global, data_zone, provisioned or developer.")
  private Optional<String> type = Optional.empty();

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      description = "production, staging or development.")
  private Optional<String> environment = Optional.empty();

  DeploymentsAddCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Map<String, Object> wish = new LinkedHashMap<>();
    wish.put("provider", provider);
    wish.put("account", account);
    wish.put("name", name);
    wish.put("model", model);
    region.ifPresent(text -> wish.put("region", text));
    type.ifPresent(text -> wish.put("type", text));
    environment.ifPresent(text -> wish.put("environment", text));
    JsonNode added = server.connection().post("/api/v1/deployments", wish);
    surroundings.out().println(added.path("id").asText());
    surroundings.say(
        "%s answers at %s%s"
            .formatted(
                added.path("model").asText(),
                added.path("name").asText(),
                RemoteRows.text(added.path("previous_model"))
                    .map(before -> ", before it was " + before)
                    .orElse("")));
    return ExitCode.OK.code();
  }
}
