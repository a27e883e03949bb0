package dev.plumbline.api.cli;

import dev.plumbline.api.audit.ExportedTrail;
import dev.plumbline.api.audit.Tampering;
import dev.plumbline.api.audit.TrailReport;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a trail: an exported one without a server, or the one that a server has now. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Check an audit trail for entries that were edited, deleted, inserted, reordered or",
      "rewritten, and with heads that were exported earlier also for a tail that was cut off."
    },
    footer = {
      "",
      "Exit code 1 when anything is wrong. Without FILE the trail is read from the server of",
      "the stored login; that needs a token with the scope audit or admin."
    })
final class AuditLogVerifyCommand implements Callable<Integer> {

  private static final int LONGEST_LINE_BYTES = 1 << 20;
  private static final int LARGEST_KEY_FILE = 1 << 16;

  private final Surroundings surroundings;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "What `audit-log export` wrote as JSON lines; - is standard input.")
  private Optional<String> file = Optional.empty();

  @Option(
      names = "--head",
      paramLabel = "FILE",
      description = "Signed heads, one JSON a line; can be given several times.")
  private List<String> heads = List.of();

  @Option(
      names = "--public-key",
      paramLabel = "FILE",
      description = {
        "PEM file with the public keys that may sign heads; can be given several times.",
        "Without it those of the server, or with FILE each head's own key, are believed."
      })
  private List<String> keys = List.of();

  @Mixin private ServerOption server;
  @Mixin private FormatOption format;

  AuditLogVerifyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    ExportedTrail trail = new ExportedTrail();
    for (String key : keys) {
      InputInvalidException.reading(key, () -> trust(trail, key));
    }
    for (String head : heads) {
      eachLine(head, trail::head);
    }
    if (file.isPresent()) {
      eachLine(file.get(), trail::entry);
    } else {
      RemoteTrail remote = new RemoteTrail(server.connection());
      if (keys.isEmpty()) {
        remote.keys().forEach(key -> readAnswer(trail::trustPublished, key));
      }
      readAnswer(trail::head, remote.head());
      remote.each(entry -> readAnswer(trail::entry, entry));
    }
    return told(InputInvalidException.reading("--head", trail::end));
  }

  private static void readAnswer(Consumer<String> reader, String text) {
    read("the answer of the server", reader, text);
  }

  private static void read(String place, Consumer<String> reader, String text) {
    InputInvalidException.reading(
        place,
        () -> {
          reader.accept(text);
          return text;
        });
  }

  private boolean trust(ExportedTrail trail, String key) {
    try (var in = new LimitedBytes(surroundings.open(key), LARGEST_KEY_FILE, key)) {
      trail.trust(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII));
      return true;
    } catch (IOException e) {
      throw new InputInvalidException("cannot read %s: %s".formatted(key, Surroundings.reason(e)));
    }
  }

  private void eachLine(String name, Consumer<String> reader) throws IOException {
    try (LimitedLines lines = new LimitedLines(surroundings.open(name), LONGEST_LINE_BYTES)) {
      for (var line = lines.next(); line.isPresent(); line = lines.next()) {
        String text = line.get().text();
        if (!text.isBlank()) {
          read("%s, line %d".formatted(name, line.get().number()), reader, text);
        }
      }
    }
  }

  private int told(TrailReport report) {
    if (format.format() == Format.JSON) {
      format.output().record(parts(report));
    } else {
      table(report);
    }
    if (heads.isEmpty()) {
      surroundings.say(
          "plumbline: no earlier head given with --head, so a tail that was cut or rewritten"
              + " with right hashes cannot be seen");
    }
    return report.isIntact() ? ExitCode.OK.code() : ExitCode.CHECK_FAILED.code();
  }

  private void table(TrailReport report) {
    Output output = format.output();
    output.sentence(
        report.isIntact()
            ? "intact: %d entries, head %d %s%s"
                .formatted(report.entries(), report.number(), report.hash(), proven(report))
            : "TAMPERED WITH: %d findings in %d entries"
                .formatted(report.foundInAll(), report.entries()));
    if (!report.isIntact() || format.format() == Format.CSV) {
      Table table = Table.of("kind", "entry", "detail");
      report.found().forEach(each -> table.row(each.kind().label(), each.number(), each.detail()));
      output.table(table);
    }
  }

  private static String proven(TrailReport report) {
    return report.heads() == 0
        ? ""
        : "; heads that agree: %d, up to entry %d".formatted(report.heads(), report.confirmedTo());
  }

  private static Map<String, Object> parts(TrailReport report) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("intact", report.isIntact());
    parts.put("organisation", report.organisation().id().toString());
    parts.put("entries", report.entries());
    parts.put("number", report.number());
    parts.put("hash", report.hash());
    parts.put("heads", report.heads());
    parts.put("confirmed_to", report.confirmedTo());
    parts.put("found", report.found().stream().map(AuditLogVerifyCommand::parts).toList());
    parts.put("found_in_all", report.foundInAll());
    return parts;
  }

  private static Map<String, Object> parts(Tampering tampering) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("kind", tampering.kind().label());
    parts.put("number", tampering.number());
    parts.put("detail", tampering.detail());
    return parts;
  }
}
