package dev.plumbline.lifecycle.deprecation.imports;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.model.KnownModels;
import dev.plumbline.lifecycle.deprecation.DateClaim;
import dev.plumbline.lifecycle.deprecation.DeprecationCalendar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Small documents in the shapes of the real ones. */
final class Pages {

  static final DeprecationCalendar NOTHING = calendar(List.of());

  private Pages() {}

  static DeprecationCalendar calendar(List<DateClaim> claims) {
    return new DeprecationCalendar(claims, List.of(), KnownModels.bundled());
  }

  static String text(String file) {
    try (InputStream in = requireNonNull(Pages.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Document document(String name, DocumentKind kind, String text, String seenAt) {
    return new Document(
        name, kind, text, LocalDate.parse(seenAt), Instant.parse(seenAt + "T12:00:00Z"));
  }

  static Document document(String file, DocumentKind kind) {
    return document(file, kind, text(file), "2026-11-01");
  }

  static ImportProposal.Acceptable accepted(DeprecationCalendar believed, Document document) {
    return (ImportProposal.Acceptable) new Imports(believed).propose(document);
  }

  static ImportProposal.Refused refused(DeprecationCalendar believed, Document document) {
    return (ImportProposal.Refused) new Imports(believed).propose(document);
  }
}
