package dev.plumbline.api.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** From how many requests a month fine-tuning pays. */
@Command(
    name = "breakeven",
    mixinStandardHelpOptions = true,
    description = "Say from how many answered requests a month fine-tuning pays, if ever.")
final class BreakEvenCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private FormatOption format;

  @ArgGroup(multiplicity = "1")
  private Asked asked;

  /** Where the question stands. */
  static final class Asked {

    @Option(
        names = "--batch",
        paramLabel = "FILE.csv",
        description = {
          "A table of scenarios, one a row; - is standard input. The result columns are",
          "appended, or replaced where they stand already. Writes CSV, or JSON lines with",
          "--format json."
        })
    String batch;
  }

  BreakEvenCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    return new BreakEvenBatch(surroundings, format.format(), asked.batch).answer().code();
  }
}
