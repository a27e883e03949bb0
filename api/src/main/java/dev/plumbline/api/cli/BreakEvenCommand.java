package dev.plumbline.api.cli;

import dev.plumbline.api.scenarios.ExampleScenario;
import dev.plumbline.api.scenarios.ScenarioAnswers;
import dev.plumbline.api.scenarios.ScenarioOutcome;
import dev.plumbline.api.scenarios.ScenarioParameters;
import dev.plumbline.api.scenarios.ScenarioReader;
import dev.plumbline.api.scenarios.ScenarioRefusedException;
import dev.plumbline.api.scenarios.ScenarioRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** From how many requests a month fine-tuning pays. */
@Command(
    name = "breakeven",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Say from how many answered requests a month fine-tuning pays, if ever.",
    footer = {
      "",
      "For example:",
      "  plumbline breakeven --example > scenario.json",
      "  plumbline breakeven --scenario scenario.json --format json",
      "  plumbline breakeven --model gpt-4o-2024-08-06 --prompt-tokens 6000 \\",
      "    --tuned-prompt-tokens 200 --input-tokens 800 --output-tokens 200 \\",
      "    --requests 100000 --training-tokens 2880000 --hit-rate 0.87",
      "",
      "A scenario has version, requests_per_month, base, tuned and training, and may have name,",
      "at, horizon_months, annual_discount, alternatives, people, retraining, retries,",
      "fallback_share, spread and uncertainty. A side has a model or prices, static_tokens and",
      "output_tokens. An unknown price ends with code 3 and its reason.",
      "",
      "A batch has the columns of the break-even table; a bad row is named, its results stay",
      "empty, and the exit code is 5."
    })
final class BreakEvenCommand implements Callable<Integer> {

  private static final int MOST_BYTES = 256 * 1024;

  private final Surroundings surroundings;

  @Mixin private FormatOption format;

  @ArgGroup(multiplicity = "1")
  private Asked asked;

  /** Where the question stands. */
  static final class Asked {

    @Option(
        names = "--scenario",
        paramLabel = "FILE.json",
        description = "One scenario; - is standard input.")
    String scenario;

    @Option(
        names = "--batch",
        paramLabel = "FILE.csv",
        description = {
          "A table of scenarios, one a row; - is standard input. The result columns are",
          "appended, or replaced where they stand already. Writes CSV, or JSON lines with",
          "--format json."
        })
    String batch;

    @Option(names = "--example", description = "Print a scenario that is ready to be asked.")
    boolean example;

    @ArgGroup(exclusive = false, heading = "%nWithout a file, one model tuned or not:%n")
    BreakEvenFlags flags;
  }

  BreakEvenCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    if (asked.example) {
      surroundings.out().print(ExampleScenario.TEXT);
      return ExitCode.OK.code();
    }
    if (asked.batch != null) {
      return new BreakEvenBatch(surroundings, format.format(), asked.batch).answer().code();
    }
    return answered(asked.scenario == null ? fromFlags() : fromFile(asked.scenario)).code();
  }

  private ScenarioRequest fromFlags() {
    try {
      return ScenarioParameters.read(asked.flags.parameters());
    } catch (ScenarioRefusedException e) {
      throw new InputInvalidException(BreakEvenFlags.nameOf(e.field()) + ": " + e.getMessage());
    }
  }

  private ScenarioRequest fromFile(String file) throws IOException {
    try (InputStream in = new LimitedBytes(surroundings.open(file), MOST_BYTES, file)) {
      return ScenarioReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (ScenarioRefusedException e) {
      throw new InputInvalidException(file + ": " + e.line());
    }
  }

  private ExitCode answered(ScenarioRequest request) {
    try {
      ScenarioOutcome outcome = ScenarioAnswers.bundled().answer(request, surroundings.today());
      return outcome.match(new BreakEvenPrinting(surroundings, format.output()));
    } catch (ScenarioRefusedException e) {
      throw new InputInvalidException(e.line());
    }
  }
}
