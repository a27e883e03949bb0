package dev.plumbline.api.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Moments as users write them. */
final class Moments {

  private Moments() {}

  /**
   * An instant, or the beginning of a UTC day; now when nothing is said.
   *
   * @throws java.time.DateTimeException when the text is neither
   */
  static Instant parse(Optional<String> text, Instant now) {
    return text.map(Moments::parse).orElseGet(() -> now.truncatedTo(ChronoUnit.SECONDS));
  }

  private static Instant parse(String text) {
    return text.length() == 10
        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
        : Instant.parse(text);
  }
}
