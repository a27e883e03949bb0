package dev.plumbline.api.cli;

import dev.plumbline.lifecycle.drift.evidence.EvidenceFile;
import dev.plumbline.lifecycle.drift.evidence.Recomputation;
import dev.plumbline.lifecycle.drift.evidence.Recomputation.Difference;
import dev.plumbline.lifecycle.drift.json.JsonDocument;
import dev.plumbline.lifecycle.drift.verdict.DriftVerdict;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Computes the verdicts of an evidence file again, from nothing but the file. */
@Command(
    name = "recompute",
    mixinStandardHelpOptions = true,
    description = "Check that the verdicts of an evidence file follow from its observations.",
    footer = {
      "",
      "Nothing else is read and nobody is asked: the file holds settings, seeds and observations.",
      "",
      "Exit codes: 0 every verdict follows, 1 the file states something else, 3 it cannot be read."
    })
final class DriftRecomputeCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private FormatOption format;

  @Parameters(paramLabel = "FILE", description = "An evidence file; - is stdin.")
  private String file;

  DriftRecomputeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    EvidenceFile evidence = read();
    Recomputation again = InputInvalidException.reading(file, () -> Recomputation.of(evidence));
    print(again);
    return again.differences().isEmpty() ? ExitCode.OK.code() : ExitCode.CHECK_FAILED.code();
  }

  private EvidenceFile read() throws IOException {
    try (InputStream in =
        new LimitedBytes(
            new BufferedInputStream(surroundings.open(file)), JsonDocument.MOST_BYTES, file)) {
      return InputInvalidException.reading(file, () -> EvidenceFile.read(in));
    }
  }

  private void print(Recomputation again) {
    Output output = format.output();
    if (output.isJson()) {
      output.record(parts(again));
      return;
    }
    output.sentence(sentence(again));
    if (!again.differences().isEmpty() || !output.isForPeople()) {
      Table table = Table.of("where", "stated", "recomputed");
      again.differences().forEach(one -> table.row(one.where(), one.stated(), one.recomputed()));
      output.table(table);
    }
  }

  private static String sentence(Recomputation again) {
    String state = last(again).map(verdict -> verdict.state().label()).orElse("none");
    return again.differences().isEmpty()
        ? "%d verdicts follow from the evidence; the last is %s."
            .formatted(again.verdicts().size(), state)
        : "The file states something else than follows from its evidence:";
  }

  private static Map<String, Object> parts(Recomputation again) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("follows", again.differences().isEmpty());
    parts.put("verdicts", again.verdicts().size());
    parts.put("state", last(again).map(verdict -> verdict.state().label()));
    parts.put("reason", last(again).map(DriftVerdict::reason));
    parts.put(
        "differences", again.differences().stream().map(DriftRecomputeCommand::parts).toList());
    return parts;
  }

  private static Map<String, Object> parts(Difference difference) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("where", difference.where());
    parts.put("stated", difference.stated());
    parts.put("recomputed", difference.recomputed());
    return parts;
  }

  private static Optional<DriftVerdict> last(Recomputation again) {
    List<DriftVerdict> verdicts = again.verdicts();
    return verdicts.isEmpty() ? Optional.empty() : Optional.of(verdicts.get(verdicts.size() - 1));
  }
}
