package dev.plumbline.api.cli;

import dev.plumbline.api.scan.TreeOptions;
import dev.plumbline.lifecycle.scan.Baseline;
import dev.plumbline.lifecycle.scan.FailOn;
import dev.plumbline.lifecycle.scan.ScanSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * What a user asks a scan, read and checked.
 *
 * @param showsAll whether information is written, too
 * @param baselineToWrite where to write a baseline instead of an answer
 */
record ScanQuestion(
    List<Path> paths,
    ScanSettings settings,
    TreeOptions tree,
    FailOn failOn,
    ScanFormat format,
    boolean showsAll,
    Baseline baseline,
    Optional<Path> baselineToWrite) {

  ScanQuestion {
    paths = List.copyOf(paths);
  }

  /** Beside it first and then in its place, so that a broken run leaves the old one. */
  void writeBaseline(List<String> lines) throws IOException {
    Path file = baselineToWrite.orElseThrow().toAbsolutePath();
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(fresh, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new InputInvalidException(
          "--write-baseline: cannot write %s: %s".formatted(file, Surroundings.reason(e)));
    }
  }
}
