package dev.plumbline.lifecycle.deprecation.imports;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.evidence.Source;
import dev.plumbline.core.finding.Place;
import dev.plumbline.core.hash.Sha256;
import dev.plumbline.lifecycle.deprecation.Evidence;
import dev.plumbline.lifecycle.deprecation.imports.table.PageLimits;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;

/**
 * Something to import.
 *
 * @param name file or address, as the user knows it
 * @param seenAt day of the version that is read
 * @param recordedAt when Plumbline reads it
 */
public record Document(
    String name, DocumentKind kind, String text, LocalDate seenAt, Instant recordedAt) {

  public Document {
    requireNonNull(name, "name");
    requireNonNull(kind, "kind");
    requireNonNull(text, "text");
    requireNonNull(seenAt, "seenAt");
    requireNonNull(recordedAt, "recordedAt");
    if (text.length() > PageLimits.MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "%s has more than %,d characters; check that it is the right file"
              .formatted(name, PageLimits.MOST_CHARACTERS));
    }
  }

  Place at(long line, String field) {
    return new Place(name, line, field);
  }

  /** The beginning of the SHA-256 of the text, to tell versions apart. */
  public String fingerprint() {
    return HexFormat.of().formatHex(Sha256.of(text), 0, 6);
  }

  Source source() {
    return new Source(
        "%s, seen %s in %s (sha256 %s)".formatted(kind.title(), seenAt, name, fingerprint()),
        kind.sourceKind());
  }

  Evidence evidence() {
    return new Evidence(
        kind.document(), source(), java.util.Optional.of(seenAt), recordedAt, false);
  }
}
