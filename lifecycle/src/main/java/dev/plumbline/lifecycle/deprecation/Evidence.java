package dev.plumbline.lifecycle.deprecation;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.evidence.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Who said it, and when it was read.
 *
 * @param document key of the page, feed or person; a later version of a document supersedes an
 *     earlier one, another document never does
 * @param seenAt day of the document's version; empty when it is undated
 * @param recordedAt when Plumbline learned of it
 * @param later whether an undated document is known to be newer than the dated ones
 */
public record Evidence(
    String document, Source source, Optional<LocalDate> seenAt, Instant recordedAt, boolean later) {

  public Evidence {
    requireNonNull(document, "document");
    requireNonNull(source, "source");
    requireNonNull(seenAt, "seenAt");
    requireNonNull(recordedAt, "recordedAt");
  }

  public static Evidence seen(String document, Source source, LocalDate day) {
    Instant recorded = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    return new Evidence(document, source, Optional.of(day), recorded, false);
  }

  /** First day on which somebody could know it from this document. */
  public LocalDate knownOn() {
    return seenAt.orElseGet(() -> LocalDate.ofInstant(recordedAt, ZoneOffset.UTC));
  }
}
