package dev.plumbline.api.cli;

import dev.plumbline.api.scan.ScanReport;
import dev.plumbline.api.scan.TreeScan;
import dev.plumbline.core.model.KnownModels;
import dev.plumbline.lifecycle.scan.Baseline;
import dev.plumbline.lifecycle.scan.ModelScan;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Finds the models that source code and configuration name. */
@Command(
    name = "scan",
    mixinStandardHelpOptions = true,
    description = "Find model names in code and configuration: retired, ending, unpinned, unknown.",
    footer = {
      "",
      "Only what a source says is objected to; each finding names the source, its date and how",
      "firm it is. Code and configuration count; comments, documentation, changelogs, tests,",
      "lock files and recordings are information, which --all shows.",
      "",
      "Levels of --fail-on, several with commas: none; retired; ending (retired, or ends within",
      "--within days); deprecated (ending, or any stated end); alias; unknown-fine-tune;",
      "suppression (one without a reason); any.",
      "",
      "To accept a finding, write  plumbline:ignore NAME -- REASON  in a comment in its line or",
      "the line above; NAME is a model, a rule such as unpinned-alias, or *.",
      "",
      "Exit codes: 0 ok, 1 a finding of --fail-on, 3 input invalid, 5 something was not read."
    })
final class ScanCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private ScanOptions options;

  @Mixin private CalendarSource source;

  ScanCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    ScanQuestion question = options.read(surroundings, source);
    ScanReport found =
        new TreeScan(
                new ModelScan(question.settings(), source.calendar(), KnownModels.bundled()),
                question.tree())
            .scan(question.paths());
    if (question.baselineToWrite().isPresent()) {
      return written(question, found).code();
    }
    ScanReport all = found.known(question.baseline());
    ScanReport shown = question.showsAll() ? all : all.withoutInformation();
    new ScanPrinting(surroundings, question)
        .print(shown, all, question.baseline().countStale(found.findings()));
    return code(question, all).code();
  }

  private static ExitCode code(ScanQuestion question, ScanReport report) {
    if (report.fails(question.failOn())) {
      return ExitCode.CHECK_FAILED;
    }
    return report.isPartial() ? ExitCode.PARTIAL : ExitCode.OK;
  }

  private ExitCode written(ScanQuestion question, ScanReport found) throws IOException {
    var lines = Baseline.lines(found.findings());
    question.writeBaseline(lines);
    surroundings.say("plumbline: %d findings are in the baseline now".formatted(lines.size() - 1));
    found.unread().forEach(it -> surroundings.say("not read: " + it.path() + ": " + it.reason()));
    return found.isPartial() ? ExitCode.PARTIAL : ExitCode.OK;
  }
}
