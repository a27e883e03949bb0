package dev.plumbline.api.scan;

import static java.util.Objects.requireNonNull;

import dev.plumbline.api.scan.SourceTree.Listed;
import dev.plumbline.api.scan.SourceTree.Listing;
import dev.plumbline.lifecycle.scan.FileScan;
import dev.plumbline.lifecycle.scan.ModelScan;
import dev.plumbline.lifecycle.scan.Passage;
import dev.plumbline.lifecycle.scan.SourceKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the files of folders and has each scanned; several at once, answered in one order. */
public final class TreeScan {

  /** What became of one file. */
  private record Outcome(
      Optional<FileScan> scan, Optional<Unread> unread, Optional<PassedOver> passedOver) {

    static final Outcome CLEAN = new Outcome(Optional.empty(), Optional.empty(), Optional.empty());

    static Outcome unread(String path, String reason) {
      return new Outcome(Optional.empty(), Optional.of(new Unread(path, reason)), Optional.empty());
    }

    static Outcome passedOver(PassedOver reason) {
      return new Outcome(Optional.empty(), Optional.empty(), Optional.of(reason));
    }

    static Outcome of(FileScan scan, Optional<Unread> partly) {
      return new Outcome(Optional.of(scan), partly, Optional.empty());
    }
  }

  private final ModelScan scan;
  private final TreeOptions options;

  public TreeScan(ModelScan scan, TreeOptions options) {
    this.scan = requireNonNull(scan, "scan");
    this.options = requireNonNull(options, "options");
  }

  /**
   * Scans files and folders that exist; one that is inside another is read once.
   *
   * @throws IOException when a folder cannot be listed at all
   */
  public ScanReport scan(Collection<Path> starts) throws IOException {
    Path workingDirectory = SourceTree.real(Path.of(""));
    Map<Path, Listed> files = new LinkedHashMap<>();
    List<Unread> unread = new ArrayList<>();
    Map<PassedOver, Integer> passedOver = new EnumMap<>(PassedOver.class);
    for (Path start : starts) {
      Listing listing = SourceTree.list(options, SourceTree.real(start), workingDirectory);
      listing.files().forEach(file -> files.putIfAbsent(file.file(), file));
      unread.addAll(listing.unread());
      listing.passedOver().forEach((why, count) -> passedOver.merge(why, count, Integer::sum));
    }
    List<Outcome> outcomes = files.values().parallelStream().map(this::outcome).toList();
    return report(outcomes, unread, passedOver);
  }

  private static ScanReport report(
      List<Outcome> outcomes, List<Unread> unread, Map<PassedOver, Integer> passedOver) {
    int files = outcomes.size();
    for (Outcome outcome : outcomes) {
      outcome.unread().ifPresent(unread::add);
      outcome.passedOver().ifPresent(why -> passedOver.merge(why, 1, Integer::sum));
      files -= outcome.passedOver().isPresent() ? 1 : 0;
    }
    List<FileScan> scans = outcomes.stream().flatMap(it -> it.scan().stream()).toList();
    return new ScanReport(
        files,
        scans.stream().mapToInt(it -> it.mentions().size()).sum(),
        scans.stream().flatMap(it -> it.findings().stream()).toList(),
        unread,
        passedOver);
  }

  /** One file that cannot be read, or breaks a rule of ours, does not stop the others. */
  private Outcome outcome(Listed file) {
    if (SourceText.isBinaryName(file.path())) {
      return Outcome.passedOver(PassedOver.BINARY);
    }
    if (SourceText.isMinifiedName(file.path())) {
      return Outcome.passedOver(PassedOver.GENERATED);
    }
    try {
      return read(file);
    } catch (IOException e) {
      return Outcome.unread(file.path(), SourceTree.reason(e));
    } catch (RuntimeException e) {
      return Outcome.unread(file.path(), "it could not be judged: " + e);
    }
  }

  private Outcome read(Listed file) throws IOException {
    if (file.bytes() > mostBytes(file.path())) {
      return tooLong(file);
    }
    byte[] bytes = Files.readAllBytes(file.file());
    if (SourceText.isBinary(bytes)) {
      return Outcome.passedOver(PassedOver.BINARY);
    }
    boolean isUtf8 = SourceText.charset(bytes).equals(StandardCharsets.UTF_8);
    if (isUtf8 && !scan.mayNameModels(bytes, bytes.length)) {
      return Outcome.CLEAN;
    }
    String text = SourceText.decoded(bytes);
    if (SourceText.isGenerated(file.path(), text)) {
      return Outcome.passedOver(PassedOver.GENERATED);
    }
    return judged(file.path(), text);
  }

  /** Outputs make notebooks long, and they are not read. */
  private long mostBytes(String path) {
    return isNotebook(path) ? options.mostBytes() * 10 : options.mostBytes();
  }

  /** A long recording is no gap; a long source is. */
  private Outcome tooLong(Listed file) {
    return SourceKind.of(file.path()).isRead()
        ? Outcome.unread(
            file.path(), "%,d bytes, more than %,d".formatted(file.bytes(), mostBytes(file.path())))
        : Outcome.passedOver(PassedOver.GENERATED);
  }

  private Outcome judged(String path, String text) throws IOException {
    if (isNotebook(path)) {
      return withGaps(scan.scan(path, Notebook.passages(path, text)), false);
    }
    boolean isLong = SourceText.hasLongLine(text);
    String readable = isLong ? SourceText.withoutLongLines(text) : text;
    boolean isGap = isLong && SourceKind.of(path).isRead();
    return withGaps(scan.scan(path, List.of(Passage.file(path, readable))), isGap);
  }

  private static Outcome withGaps(FileScan scan, boolean hasLongLines) {
    if (scan.isCut()) {
      return Outcome.of(
          scan, Optional.of(new Unread(scan.path(), "it names more models than are looked at")));
    }
    return Outcome.of(
        scan,
        hasLongLines
            ? Optional.of(
                new Unread(
                    scan.path(),
                    "its lines of more than %,d characters".formatted(SourceText.LONGEST_LINE)))
            : Optional.empty());
  }

  private static boolean isNotebook(String path) {
    return path.endsWith(".ipynb");
  }
}
