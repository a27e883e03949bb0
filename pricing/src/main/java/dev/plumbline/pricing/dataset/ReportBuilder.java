package dev.plumbline.pricing.dataset;

import dev.plumbline.core.finding.Finding;
import dev.plumbline.core.finding.Place;
import dev.plumbline.core.finding.Severity;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;

/** Takes the results of lines in order and keeps what needs more than one line. */
final class ReportBuilder {

  private final String file;
  private final DatasetQuestion question;
  private final FindingLog findings;
  private final RowFingerprints fingerprints = new RowFingerprints();
  private final Repetitions repetitions;
  private final Labels labels = new Labels();
  private final Map<DatasetFormat, FormatSums> sums = new EnumMap<>(DatasetFormat.class);
  private final ToolLists toolLists = new ToolLists();
  private long rowsWithImages;

  ReportBuilder(String file, DatasetQuestion question) {
    this.file = file;
    this.question = question;
    this.findings = new FindingLog(question.limits().findingsPerCode());
    this.repetitions = new Repetitions(file, fingerprints);
  }

  void add(RowResult row) {
    row.findings().forEach(findings::add);
    row.counted().ifPresent(counted -> add(row.line(), counted));
  }

  private void add(long line, RowResult.Counted row) {
    sums.computeIfAbsent(row.format(), format -> new FormatSums(line)).add(row.tokens());
    labels.add(row.identity().label());
    toolLists.add(row.toolsFingerprint(), line);
    rowsWithImages += row.hasImages() ? 1 : 0;
    repetitions.add(row.identity(), line).ifPresent(findings::add);
    question.trainedRows().ifPresent(trained -> leak(trained, row.identity(), line));
  }

  private void leak(RowFingerprints trained, RowIdentity row, long line) {
    long twin = trained.lineOfInput(row);
    if (twin > 0) {
      findings.add(
          new Finding(
              "SPLIT_LEAK",
              Severity.ERROR,
              "the row asks the same as line %d of the training file".formatted(twin),
              Place.line(file, line),
              "remove the row from one of the two files"));
    }
  }

  /** Something about the whole file. */
  void add(String code, Severity severity, String message, String remedy) {
    findings.add(new Finding(code, severity, message, Place.file(file), remedy));
  }

  DatasetReport report(long bytes, long lines) {
    DatasetFormat format = question.format().orElseGet(this::usualFormat);
    FormatSums counted = sums.getOrDefault(format, new FormatSums(0));
    boolean classification = labels.isClassification();
    new FileRules(this::add)
        .check(format, counted.rows(), bytes, question.trainedRows().isPresent());
    otherFormats(format);
    repetitions.finish(counted.rows(), classification).forEach(findings::add);
    toolLists.variation().ifPresent(this::toolsVary);
    new FileRules(this::add).images(rowsWithImages);
    if (classification) {
      labels.imbalance().ifPresent(this::imbalance);
    }
    return new DatasetReport(
        file,
        bytes,
        lines,
        counted.rows(),
        format,
        question.counter().encoding(),
        counted.tokens(),
        counted.otherAnswers(),
        counted.sizes(),
        counted.traffic(),
        findings.kept(),
        findings.counts(),
        fingerprints);
  }

  private DatasetFormat usualFormat() {
    return sums.entrySet().stream()
        .max(Comparator.comparingLong(entry -> entry.getValue().rows()))
        .map(Map.Entry::getKey)
        .orElse(DatasetFormat.NOT_CHAT);
  }

  private void otherFormats(DatasetFormat format) {
    sums.forEach(
        (other, some) -> {
          if (other != format && other != DatasetFormat.NOT_CHAT) {
            add(
                "BAD_MESSAGES",
                Severity.ERROR,
                "%d rows are %s rows in a %s file, the first in line %d; they are not counted"
                    .formatted(some.rows(), other, format, some.firstLine()),
                "keep rows of one format in a file");
          }
        });
  }

  private void toolsVary(String message) {
    add("TOOLS_VARY", Severity.WARNING, message, "offer in every row the tools of production");
  }

  private void imbalance(String message) {
    add("CLASS_IMBALANCE", Severity.WARNING, message, "add rows of the rare classes");
  }
}
