package dev.plumbline.api.cli;

import java.util.Locale;
import java.util.Optional;

/** The forms of a calendar: those of every command, and two that other programs subscribe to. */
enum CalendarFormat {
  TABLE,
  JSON,
  CSV,
  MARKDOWN,
  /** iCalendar. */
  ICS,
  /** A feed of moves. */
  ATOM;

  /** The common form; empty for a feed. */
  Optional<Format> common() {
    return switch (this) {
      case TABLE -> Optional.of(Format.TABLE);
      case JSON -> Optional.of(Format.JSON);
      case CSV -> Optional.of(Format.CSV);
      case MARKDOWN -> Optional.of(Format.MARKDOWN);
      case ICS, ATOM -> Optional.empty();
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
