package dev.plumbline.api.cli;

import dev.plumbline.api.scan.FineTuneList;
import dev.plumbline.api.scan.TreeOptions;
import dev.plumbline.lifecycle.scan.Baseline;
import dev.plumbline.lifecycle.scan.FailOn;
import dev.plumbline.lifecycle.scan.KnownFineTunes;
import dev.plumbline.lifecycle.scan.ScanSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of {@code plumbline scan}. */
final class ScanOptions {

  private static final int MOST_BYTES_OF_LISTS = 32 << 20;

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = "Folders and files; the working directory when none is given.")
  private List<String> paths = List.of();

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      split = ",",
      defaultValue = "ending",
      description = "Which findings end with exit code 1 (default: ${DEFAULT-VALUE}).")
  private List<String> failOn = List.of();

  @Option(
      names = "--within",
      paramLabel = "DAYS",
      defaultValue = "30",
      description = "An end in so many days is near (default: ${DEFAULT-VALUE}).")
  private int within;

  @Option(
      names = "--at",
      paramLabel = "DAY",
      description = "The day for which to answer, so that a run can be repeated; today if absent.")
  private Optional<String> at = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "How data is written: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private ScanFormat format = ScanFormat.TABLE;

  @Option(names = "--all", description = "Write what is information only, too.")
  private boolean all;

  @Option(
      names = "--registry",
      paramLabel = "FILE",
      description = {
        "Your fine-tunes: a name a line, or CSV with a column id. Without it they are those of",
        "the server's registry, and without a server they are not checked."
      })
  private Optional<String> registry = Optional.empty();

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Findings of this file are known and do not count.")
  private Optional<String> baseline = Optional.empty();

  @Option(
      names = "--write-baseline",
      paramLabel = "FILE",
      description = "Write all present findings to this file, and nothing else.")
  private Optional<String> writeBaseline = Optional.empty();

  @Option(
      names = "--exclude",
      paramLabel = "PATTERN",
      description = "Leave out what matches, in the form of a .gitignore line; can be repeated.")
  private List<String> excludes = List.of();

  @Option(
      names = "--no-ignore",
      description = "Read what .gitignore and .plumblineignore leave out, too: a .env file is one.")
  private boolean noIgnore;

  @Option(names = "--vendored", description = "Read node_modules, vendor, target and such, too.")
  private boolean vendored;

  @Option(
      names = "--max-bytes",
      paramLabel = "N",
      defaultValue = "5242880",
      description = "Longer files are not read (default: ${DEFAULT-VALUE}; notebooks: ten times).")
  private long maxBytes;

  @Option(
      names = "--max-files",
      paramLabel = "N",
      defaultValue = "200000",
      description = "More files are not read (default: ${DEFAULT-VALUE}).")
  private int maxFiles;

  ScanQuestion read(Surroundings surroundings, CalendarSource source) throws IOException {
    ScanSettings settings =
        new ScanSettings(
            day(surroundings),
            InputInvalidException.reading("--within", this::within),
            fineTunes(surroundings, source));
    return new ScanQuestion(
        starts(),
        settings,
        new TreeOptions(noIgnore, vendored, excludes, maxBytes, maxFiles),
        InputInvalidException.reading("--fail-on", () -> FailOn.of(failOn)),
        format,
        all,
        known(surroundings),
        writeBaseline.map(file -> path("--write-baseline", file)));
  }

  private int within() {
    if (within < 0) {
      throw new IllegalArgumentException("days are counted from today on, not " + within);
    }
    return within;
  }

  private LocalDate day(Surroundings surroundings) {
    return InputInvalidException.reading(
        "--at", () -> at.map(LocalDate::parse).orElseGet(surroundings::today));
  }

  private List<Path> starts() {
    List<Path> starts = new ArrayList<>();
    for (String name : paths.isEmpty() ? List.of(".") : paths) {
      Path start = path("PATH", name);
      if (!Files.exists(start)) {
        throw new InputInvalidException(name + ": there is no such file or folder");
      }
      starts.add(start);
    }
    return starts;
  }

  private static Path path(String field, String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new InputInvalidException(field + ": " + e.getMessage());
    }
  }

  private KnownFineTunes fineTunes(Surroundings surroundings, CalendarSource source)
      throws IOException {
    if (registry.isEmpty()) {
      return source.fineTunes();
    }
    String text = text(surroundings, registry.get());
    try {
      return FineTuneList.read(text);
    } catch (IllegalArgumentException e) {
      throw new InputInvalidException("--registry: " + e.getMessage());
    }
  }

  private Baseline known(Surroundings surroundings) throws IOException {
    if (baseline.isEmpty()) {
      return Baseline.none();
    }
    List<String> lines = text(surroundings, baseline.get()).lines().toList();
    return InputInvalidException.reading("--baseline", () -> Baseline.of(lines));
  }

  private static String text(Surroundings surroundings, String file) throws IOException {
    try (InputStream in = new LimitedBytes(surroundings.open(file), MOST_BYTES_OF_LISTS, file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
