package dev.plumbline.api.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.web.CsvText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The trail as a file. It is written while it is read, so its length does not matter. */
@ApplicationScoped
class AuditFiles {

  private final Trails trails;
  private final ObjectMapper json;
  private final CurrentCaller caller;

  AuditFiles(Trails trails, ObjectMapper json, CurrentCaller caller) {
    this.trails = trails;
    this.json = json;
    this.caller = caller;
  }

  /** How an entry becomes text. */
  private interface Line {
    String of(ChainedEntry entry) throws IOException;
  }

  /** Entries as CSV, with cells that no spreadsheet runs. */
  Response csv(AuditFilter filter) {
    return file(
        filter,
        CsvText.MEDIA_TYPE,
        "plumbline-audit.csv",
        Optional.of(CsvText.line(AuditEntryView.COLUMNS)),
        entry -> CsvText.line(AuditEntryView.of(entry).cells()));
  }

  /** Entries as JSON lines. */
  Response jsonLines(AuditFilter filter) {
    return file(
        filter,
        "application/jsonl",
        "plumbline-audit.jsonl",
        Optional.empty(),
        entry -> json.writeValueAsString(AuditEntryView.of(entry)) + "\n");
  }

  private Response file(
      AuditFilter filter, String type, String name, Optional<String> header, Line line) {
    Caller reader = caller.get();
    reader.require(Permissions.AUDIT_READ, Optional.empty()); // a project has no trail of its own
    Organisation organisation = reader.organisation();
    AuditSearch search = filter.search();
    boolean newestFirst = filter.newestFirst();
    StreamingOutput body =
        out -> {
          Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          writer.write(header.orElse(""));
          trails.each(organisation, search, newestFirst, entry -> write(writer, line, entry));
          writer.flush();
        };
    return Response.ok(body, type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .build();
  }

  private static void write(Writer writer, Line line, ChainedEntry entry) {
    try {
      writer.write(line.of(entry));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
