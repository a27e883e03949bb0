package dev.plumbline.api.cli;

import dev.plumbline.api.deprecations.ShutdownDates;
import dev.plumbline.core.finding.Finding;
import dev.plumbline.core.finding.Place;
import dev.plumbline.core.finding.Severity;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.ModelNames;
import dev.plumbline.core.model.Provider;
import dev.plumbline.pricing.training.EstimateQuestion;
import dev.plumbline.pricing.training.FileEstimate;
import dev.plumbline.pricing.training.FileEstimator;
import dev.plumbline.pricing.training.TrainingEstimate;
import dev.plumbline.pricing.training.TrainingFiles;
import dev.plumbline.pricing.training.TrainingFiles.NamedStream;
import dev.plumbline.pricing.training.UnknownEncodingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What training on a file costs, what is wrong with the file, what a request costs afterwards. */
@Command(
    name = "estimate",
    mixinStandardHelpOptions = true,
    description = "Say what training on a JSONL file costs, and what is wrong with the file.",
    footer = {
      "",
      "Exit codes: 0 priced and nothing wrong; 1 training is not possible on that day;",
      "3 the file has no row that can be counted; 5 there is no price, or findings of the",
      "severity error (bad rows are left out of the count, the rest is counted and priced)."
    })
final class EstimateCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  private final ModelNames names = ModelNames.bundled();

  @Mixin private FormatOption format;

  @Mixin private EstimateOptions options;

  @Parameters(paramLabel = "FILE", description = "Training rows, plain or gzip; - is stdin.")
  private String file;

  @Option(names = "--validation", paramLabel = "FILE", description = "Validation rows.")
  private Optional<String> validation;

  EstimateCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    Optional<ModelId> model = model();
    Provider provider = provider(model);
    EstimateQuestion question = options.question(provider, surroundings.now());
    LocalDate day = LocalDate.ofInstant(question.at(), ZoneOffset.UTC);
    ShutdownDates dates = ShutdownDates.bundled();
    Optional<ModelId> trained = model.map(id -> id.servedBy(provider));
    FileEstimate estimate =
        estimate(question.knowingTrainingEnd(trained.flatMap(dates::trainingEnd)));
    List<Finding> ends = trained.map(id -> dates.trainingFindings(id, day)).orElse(List.of());
    List<Finding> findings = findings(ends, estimate);
    new EstimateView(question, estimate, findings).write(format.output(), format.format());
    return exitCode(estimate, findings).code();
  }

  /** The calendar tells an ended training with its evidence, so the estimate need not repeat it. */
  private List<Finding> findings(List<Finding> ends, FileEstimate estimate) {
    var findings = new ArrayList<Finding>(badParameters());
    findings.addAll(ends);
    Set<String> told =
        ends.stream()
            .filter(end -> end.severity() == Severity.BLOCKER)
            .map(Finding::code)
            .collect(Collectors.toSet());
    estimate.findings().stream().filter(one -> !told.contains(one.code())).forEach(findings::add);
    return findings;
  }

  private Optional<ModelId> model() {
    return names.parse(options.model).match(Optional::of, none -> Optional.<ModelId>empty());
  }

  private Provider provider(Optional<ModelId> model) {
    if (options.provider.isPresent()) {
      return InputInvalidException.reading("--provider", () -> Provider.of(options.provider.get()));
    }
    return model
        .map(ModelId::provider)
        .orElseThrow(
            () ->
                new InputInvalidException(
                    "--model: '%s' is no known model name; correct it or name its --provider"
                        .formatted(options.model)));
  }

  private FileEstimate estimate(EstimateQuestion question) throws IOException {
    int workers = Math.max(1, Math.min(8, Runtime.getRuntime().availableProcessors()));
    try (InputStream rows = surroundings.open(file);
        InputStream checks =
            validation.isEmpty()
                ? InputStream.nullInputStream()
                : surroundings.open(validation.get());
        Progress progress = Progress.of(surroundings, "reading " + file)) {
      long total = sizeOf(file);
      return FileEstimator.bundled(workers)
          .estimate(
              question,
              new TrainingFiles(
                  new NamedStream(file, rows),
                  validation.map(name -> new NamedStream(name, checks)),
                  (bytes, lines) -> progress.at(bytes, total)));
    } catch (UnknownEncodingException e) {
      throw new InputInvalidException(e.getMessage());
    }
  }

  private static long sizeOf(String name) throws IOException {
    return name.equals("-") ? 0 : Files.size(Path.of(name));
  }

  private List<Finding> badParameters() {
    return options.parameters().objections().stream()
        .map(
            text ->
                new Finding(
                    "BAD_JOB_PARAMETER",
                    Severity.ERROR,
                    text,
                    Place.file(options.model),
                    "choose a value that the provider takes"))
        .toList();
  }

  private static ExitCode exitCode(FileEstimate estimate, List<Finding> findings) {
    boolean blocked = findings.stream().anyMatch(finding -> finding.severity() == Severity.BLOCKER);
    if (estimate.training().rows() == 0) {
      return ExitCode.INPUT_INVALID;
    }
    if (blocked) {
      return ExitCode.CHECK_FAILED;
    }
    boolean errors = findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    return errors || estimate.cost() instanceof TrainingEstimate.Unpriced
        ? ExitCode.PARTIAL
        : ExitCode.OK;
  }
}
