package dev.plumbline.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Registers an application on a server. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Register an application. Standard output is its id alone.")
final class ConsumersAddCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private ServerOption server;

  @Parameters(arity = "1", paramLabel = "APPLICATION", description = "Its name.")
  private String application;

  @Option(names = "--owner", paramLabel = "NAME", required = true, description = "Whose it is.")
  private String owner;

  @Option(
      names = "--contact",
      paramLabel = "TEXT",
      required = true,
      description = "Where the owner is reached.")
  private String contact;

  @Option(
      names = "--criticality",
      paramLabel = "WORD",
      defaultValue = "medium",
      description = "low, medium, high or critical (default: ${DEFAULT-VALUE}).")
  private String criticality;

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      defaultValue = "production",
      description = "production, staging or development (default: ${DEFAULT-VALUE}).")
  private String environment;

  ConsumersAddCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Map<String, Object> wish = new LinkedHashMap<>();
    wish.put("application", application);
    wish.put("owner", owner);
    wish.put("contact", contact);
    wish.put("criticality", criticality);
    wish.put("environment", environment);
    JsonNode added = server.connection().post("/api/v1/consumers", wish);
    surroundings.out().println(added.path("id").asText());
    surroundings.say(
        "registered %s for %s"
            .formatted(added.path("application").asText(), added.path("environment").asText()));
    return ExitCode.OK.code();
  }
}
