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

/** Registers a fine-tune on a server, or adds to what is known about one. */
@Command(
    name = "register",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Register a fine-tuned model on a server; again adds to what is known.",
    footer = {
      "",
      "For example:",
      "  plumbline models register ft:gpt-4o-2024-08-06:acme::a1 --owner 'Search team' \\",
      "    --contact search@example.com --environment production --billed 2.50"
    })
final class ModelsRegisterCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private ServerOption server;

  @Mixin private FormatOption format;

  @Parameters(arity = "1", paramLabel = "MODEL", description = "As the provider writes it.")
  private String model;

  @Option(
      names = "--provider",
      paramLabel = "KEY",
      description = "Only where the name does not say it.")
  private Optional<String> provider = Optional.empty();

  @Option(names = "--base", paramLabel = "MODEL", description = "Where the name does not say it.")
  private Optional<String> base = Optional.empty();

  @Option(names = "--parent", paramLabel = "MODEL", description = "The continued fine-tune.")
  private Optional<String> parent = Optional.empty();

  @Option(names = "--owner", paramLabel = "NAME", description = "A team or a person.")
  private Optional<String> owner = Optional.empty();

  @Option(names = "--contact", paramLabel = "TEXT", description = "Where the owner is reached.")
  private Optional<String> contact = Optional.empty();

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      description = "production, staging or development.")
  private Optional<String> environment = Optional.empty();

  @Option(names = "--job", paramLabel = "ID", description = "The fine-tuning job.")
  private Optional<String> job = Optional.empty();

  @Option(names = "--trained-tokens", paramLabel = "N", description = "All epochs together.")
  private Optional<Long> trainedTokens = Optional.empty();

  @Option(names = "--estimated", paramLabel = "AMOUNT", description = "Estimated training cost.")
  private Optional<String> estimated = Optional.empty();

  @Option(names = "--billed", paramLabel = "AMOUNT", description = "Billed training cost.")
  private Optional<String> billed = Optional.empty();

  @Option(names = "--currency", paramLabel = "CODE", description = "Of both (default: USD).")
  private Optional<String> currency = Optional.empty();

  ModelsRegisterCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    JsonNode registered = server.connection().post("/api/v1/models", wish());
    if (format.format() == Format.JSON) {
      format.output().record(ModelParts.of(registered));
    } else {
      surroundings.out().println(registered.path("id").asText());
    }
    surroundings.say(
        "registered %s as %s"
            .formatted(registered.path("model").asText(), registered.path("id").asText()));
    return ExitCode.OK.code();
  }

  private Map<String, Object> wish() {
    Map<String, Object> wish = new LinkedHashMap<>();
    wish.put("model", model);
    provider.ifPresent(text -> wish.put("provider", text));
    base.ifPresent(text -> wish.put("base", text));
    parent.ifPresent(text -> wish.put("parent", text));
    owner.ifPresent(text -> wish.put("owner", text));
    contact.ifPresent(text -> wish.put("contact", text));
    environment.ifPresent(text -> wish.put("environment", text));
    Map<String, Object> run = new LinkedHashMap<>();
    job.ifPresent(text -> run.put("job", text));
    trainedTokens.ifPresent(count -> run.put("trained_tokens", count));
    Map<String, Object> cost = new LinkedHashMap<>();
    currency.ifPresent(text -> cost.put("currency", text));
    estimated.ifPresent(text -> cost.put("estimated", text));
    billed.ifPresent(text -> cost.put("billed", text));
    run.put("cost", cost);
    wish.put("run", run);
    return wish;
  }
}
