package dev.plumbline.api.calendar;

import dev.plumbline.api.problem.Input;
import dev.plumbline.lifecycle.deprecation.imports.Document;
import dev.plumbline.lifecycle.deprecation.imports.DocumentKind;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Bytes from outside, read as a document. */
final class BroughtDocument {

  private BroughtDocument() {}

  /**
   * @param seenAt day of the version; today when empty
   * @throws dev.plumbline.api.problem.ProblemException 400 for what is no text, too long, or of a
   *     day to come
   */
  static Document of(
      DocumentKind kind, String name, Optional<LocalDate> seenAt, byte[] body, Clock clock) {
    LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    LocalDate day = seenAt.orElse(today);
    if (day.isAfter(today)) {
      throw Input.refused("seen_at", "nobody can have seen it on a day to come");
    }
    String text = CompressedText.decoded(body);
    return Input.read("body", () -> new Document(name, kind, text, day, clock.instant()));
  }
}
