package dev.plumbline.api.cli;

import dev.plumbline.core.finding.Finding;
import dev.plumbline.core.finding.Severity;
import dev.plumbline.lifecycle.evaluation.LossReview;
import dev.plumbline.lifecycle.evaluation.ResultFile;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Looks at the losses of a training run, offline. */
@Command(
    name = "losses",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Say what is conspicuous in the result file of a fine-tuning job.",
    footer = {
      "",
      "Exit codes: 0 nothing severe, 1 the model should not be used, 3 the file is no result file."
    })
final class EvaluateLossesCommand implements Callable<Integer> {

  private static final long MOST_BYTES = 64L << 20;

  private final Surroundings surroundings;

  @Mixin private FormatOption format;

  @Parameters(arity = "1", paramLabel = "RESULTS.csv", description = "As the provider wrote it.")
  private String file;

  EvaluateLossesCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    ResultFile.Reading reading;
    try (var text =
        new InputStreamReader(
            new LimitedBytes(surroundings.open(file), MOST_BYTES, file), StandardCharsets.UTF_8)) {
      reading = ResultFile.read(text, file);
    }
    if (!reading.isSound()) {
      Finding first = reading.findings().get(0);
      throw new InputInvalidException(
          "%s: %s; %s".formatted(first.where(), first.message(), first.remedy()));
    }
    List<Finding> findings = new LossReview(reading.curve(), file).findings();
    Table table = Table.of("severity", "code", "message", "remedy");
    findings.forEach(
        each ->
            table.row(
                each.severity().name().toLowerCase(Locale.ROOT),
                each.code(),
                each.message(),
                each.remedy()));
    format.output().table(table);
    surroundings.say(
        "%d steps%s"
            .formatted(
                reading.curve().points().size(),
                reading
                    .curve()
                    .best()
                    .map(best -> ", lowest validation loss at step " + best.step())
                    .orElse("")));
    return findings.stream().anyMatch(each -> each.severity() == Severity.ERROR)
        ? ExitCode.CHECK_FAILED.code()
        : ExitCode.OK.code();
  }
}
