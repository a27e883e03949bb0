package dev.plumbline.api.cli;

import dev.plumbline.api.audit.ExportedTrail;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the trail of a server, entry by entry. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Write the audit trail of a server, oldest entry first. Needs a token",
      "with the scope audit or admin."
    },
    footer = {
      "",
      "A head kept elsewhere is what shows later that the trail was cut or rewritten:",
      "run this with --head-out each day, to a place that the server cannot write to."
    })
final class AuditLogExportCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  /** The forms of the file. */
  private enum FileFormat {
    JSONL,
    CSV;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "jsonl",
      description =
          "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); only jsonl can be verified.")
  private FileFormat format = FileFormat.JSONL;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to (default: standard output); a file of that name is replaced.")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--head-out",
      paramLabel = "FILE",
      description = "Append the signed head of the trail to this file.")
  private Optional<Path> headOut = Optional.empty();

  @Mixin private ServerOption server;

  AuditLogExportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    RemoteTrail trail = new RemoteTrail(server.connection());
    headOut.ifPresent(file -> append(file, trail.head()));
    if (file.isPresent()) {
      writeAside(file.get(), trail);
    } else {
      write(surroundings.out(), trail);
    }
    return ExitCode.OK.code();
  }

  /** Renamed when it is whole, so that an export that breaks off leaves no half of a trail. */
  private void writeAside(Path target, RemoteTrail trail) {
    try {
      Path aside = Files.createTempFile(target.toAbsolutePath().getParent(), ".audit", ".new");
      try {
        try (PrintWriter out = new PrintWriter(aside.toFile(), StandardCharsets.UTF_8)) {
          write(out, trail);
          if (out.checkError()) {
            throw new IOException("the disk takes nothing more");
          }
        }
        Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(aside);
      }
    } catch (IOException e) {
      throw unwritable(target, e);
    }
  }

  private void write(PrintWriter out, RemoteTrail trail) {
    if (format == FileFormat.CSV) {
      out.print(ExportedTrail.csvHeader());
    }
    trail.each(line -> out.print(format == FileFormat.CSV ? ExportedTrail.csv(line) : line + "\n"));
  }

  private static void append(Path file, String head) {
    try {
      Files.writeString(
          file,
          head + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static InputInvalidException unwritable(Path file, IOException e) {
    return new InputInvalidException("cannot write %s: %s".formatted(file, Surroundings.reason(e)));
  }
}
