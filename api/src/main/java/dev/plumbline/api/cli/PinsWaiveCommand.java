package dev.plumbline.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.api.remote.ServerConnection;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Excuses from a rule for a while. */
@Command(
    name = "waive",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Excuse from a rule of a policy until a day. Standard output is the id alone.",
    footer = {
      "",
      "For example:",
      "  plumbline pins waive base_lives --owner Ada --reason 'leaving in December' \\",
      "    --until 2026-12-20"
    })
final class PinsWaiveCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private ServerOption server;

  @Parameters(
      arity = "1",
      paramLabel = "RULE",
      description = {
        "no_moving_alias, base_lives, rollback_target, evaluation_baseline, fine_tune_age",
        "or approved_models."
      })
  private String rule;

  @Option(
      names = "--owner",
      paramLabel = "NAME",
      required = true,
      description = "Who answers for it.")
  private String owner;

  @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why.")
  private String reason;

  @Option(
      names = "--until",
      paramLabel = "DAY",
      required = true,
      description = "First day without it, at most a year away.")
  private LocalDate until;

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      defaultValue = "production",
      description = "production, staging or development (default: ${DEFAULT-VALUE}).")
  private String environment;

  @Option(
      names = "--application",
      paramLabel = "NAME",
      description = "Only this one, by its name or id; all of the environment without it.")
  private Optional<String> application = Optional.empty();

  @Option(
      names = "--model",
      paramLabel = "PROVIDER/MODEL",
      description = "Only this one; every model without it.")
  private Optional<String> model = Optional.empty();

  PinsWaiveCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    ServerConnection connection = server.connection();
    Map<String, Object> wish = new LinkedHashMap<>();
    wish.put("rule", rule);
    wish.put("environment", environment);
    wish.put("owner", owner);
    wish.put("reason", reason);
    wish.put("expires_at", until.atStartOfDay(ZoneOffset.UTC).toInstant().toString());
    application.ifPresent(
        name ->
            wish.put("consumer", Applications.idOf(connection, name, Optional.of(environment))));
    model.ifPresent(name -> addModel(wish, name));
    JsonNode granted = connection.post("/api/v1/pin-waivers", wish);
    surroundings.out().println(granted.path("id").asText());
    surroundings.say("waived %s in %s until %s".formatted(rule, environment, until));
    return ExitCode.OK.code();
  }

  private static void addModel(Map<String, Object> wish, String name) {
    int slash = name.indexOf('/');
    if (slash < 1) {
      throw new InputInvalidException("--model: write PROVIDER/MODEL, for example openai/gpt-4o");
    }
    wish.put("provider", name.substring(0, slash));
    wish.put("model", name.substring(slash + 1));
  }
}
