package dev.plumbline.api.cli;

import dev.plumbline.api.changes.NamedModel;
import dev.plumbline.api.exitplans.CandidateFacts;
import dev.plumbline.api.exitplans.OfflinePlans;
import dev.plumbline.api.exitplans.PlanFacts;
import dev.plumbline.api.problem.ProblemException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How to leave a fine-tune, by what ships with Plumbline; with a server by its subcommands. */
@Command(
    name = "exit-plan",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Say how to leave a fine-tune that ends: by when, which ways, at what cost.",
    subcommands = {ExitPlanListCommand.class, ExitPlanShowCommand.class},
    footer = {
      "",
      "Without a subcommand it works offline, by the bundled dates and prices. For example:",
      "  plumbline exit-plan --model ft:gpt-4o-2024-08-06:acme::AbC123 --requests 100000 \\",
      "    --input-tokens 800 --output-tokens 200 --trained-tokens 2880000 \\",
      "    --candidate retune_elsewhere:openai/gpt-4.1-2025-04-14 --candidate stop",
      "",
      "What nobody says is unknown, never zero. Nothing is switched, here or on a server."
    })
final class ExitPlanCommand implements Callable<Integer> {

  private static final String NO_MODEL = "give --model, or a command";

  private final Surroundings surroundings;

  @Spec private CommandSpec spec;
  @Mixin private FormatOption format;

  @Option(names = "--model", paramLabel = "NAME", description = "The fine-tune to be left.")
  private @Nullable String model;

  @Option(
      names = "--provider",
      description = "Who serves it, where the name does not say it (default: the name's own).")
  private @Nullable String provider;

  @Option(
      names = "--candidate",
      paramLabel = "WAY[:PROVIDER/BASE]",
      description = {
        "A way out: same_base_elsewhere, newer_base_with_prompt, retune_elsewhere or smaller_base",
        "with provider and base, or stop; may be repeated. Without one, what sources name."
      })
  private List<String> candidates = List.of();

  @Option(names = "--requests", paramLabel = "N", description = "Requests of a usual month.")
  private @Nullable Long requests;

  @Option(names = "--input-tokens", paramLabel = "N", description = "Of a usual request.")
  private @Nullable Long inputTokens;

  @Option(names = "--cached-tokens", paramLabel = "N", description = "Of them from the cache.")
  private @Nullable Long cachedTokens;

  @Option(names = "--output-tokens", paramLabel = "N", description = "Of a usual request.")
  private @Nullable Long outputTokens;

  @Option(names = "--monthly-spend", paramLabel = "USD", description = "Instead of the tokens.")
  private @Nullable String monthlySpend;

  @Option(names = "--training-spend", paramLabel = "USD", description = "Paid for training so far.")
  private @Nullable String trainingSpend;

  @Option(names = "--trained-tokens", paramLabel = "N", description = "All epochs together.")
  private @Nullable Long trainedTokens;

  @Option(names = "--since", paramLabel = "DAY", description = "First day in service.")
  private @Nullable LocalDate since;

  @Option(names = "--start", paramLabel = "DAY", description = "First day of the plan.")
  private @Nullable LocalDate start;

  @Option(names = "--days", paramLabel = "N", description = "Until everybody switched: 30.")
  private @Nullable Integer days;

  @Option(names = "--tuning-days", paramLabel = "N", description = "Until it is tuned: 10.")
  private @Nullable Integer tuningDays;

  @Option(names = "--horizon", paramLabel = "MONTHS", description = "To live after it: 12.")
  private @Nullable Integer horizon;

  @Option(names = "--method", description = "sft, dpo or rft (default: sft).")
  private @Nullable String method;

  @Option(names = "--region", description = "Where it runs today.")
  private @Nullable String region;

  @Option(names = "--deployment", description = "Azure: standard, global, data_zone, …")
  private @Nullable String deployment;

  ExitPlanCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (model == null) {
      throw new ParameterException(spec.commandLine(), NO_MODEL);
    }
    String name = model;
    try {
      var plan =
          OfflinePlans.plan(
              InputInvalidException.reading("--model", () -> NamedModel.of(server(name), name)),
              facts(),
              candidates.stream().map(ExitPlanCommand::candidate).toList(),
              surroundings.now());
      return new ExitPlanPrinting(format).print(plan).code();
    } catch (ProblemException e) {
      String field = e.problem().field().map(each -> each + ": ").orElse("");
      throw new InputInvalidException(field + e.problem().detail());
    }
  }

  private String server(String name) {
    return Optional.ofNullable(provider)
        .or(() -> NamedModel.findProvider(name))
        .orElseThrow(() -> new InputInvalidException("--provider: say who serves " + name));
  }

  private PlanFacts facts() {
    return new PlanFacts(
        start,
        days,
        tuningDays,
        horizon,
        method,
        region,
        deployment,
        null,
        requests,
        inputTokens,
        cachedTokens,
        outputTokens,
        monthlySpend,
        null,
        trainingSpend,
        trainedTokens,
        since,
        null,
        null,
        null,
        null,
        null);
  }

  /** {@code stop}, or {@code retune_elsewhere:azure/gpt-4.1-2025-04-14}. */
  private static CandidateFacts candidate(String text) {
    int colon = text.indexOf(':');
    int slash = text.indexOf('/', colon);
    boolean placed = colon > 0 && slash > colon;
    if (!placed && !text.equals("stop")) {
      throw new InputInvalidException(
          "--candidate: '%s' is not WAY:PROVIDER/BASE or stop".formatted(text));
    }
    return new CandidateFacts(
        placed ? text.substring(0, colon) : text,
        placed ? text.substring(colon + 1, slash) : null,
        placed ? text.substring(slash + 1) : null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
