package dev.plumbline.lifecycle.deprecation.feed;

import dev.plumbline.lifecycle.deprecation.Circumstances;
import dev.plumbline.lifecycle.deprecation.moves.CalendarEntry;
import dev.plumbline.lifecycle.deprecation.moves.DateMove;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Ids that never change: of an entry by model, clock and place, of a move also by its day, its kind
 * and the days that it is about, so that a correction of the same day is another one. For whom it
 * is asked does not count, so a feed keeps its ids when an organisation's class changes.
 */
public final class EntryIds {

  private EntryIds() {}

  public static UUID of(CalendarEntry entry) {
    return UUID.nameUUIDFromBytes(key(entry).getBytes(StandardCharsets.UTF_8));
  }

  public static UUID of(CalendarEntry entry, DateMove move) {
    String days =
        move.from().map(LocalDate::toString).orElse("")
            + " "
            + move.to().map(LocalDate::toString).orElse("");
    String key = String.join("\n", key(entry), move.seenOn().toString(), move.label(), days);
    return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
  }

  private static String key(CalendarEntry entry) {
    Circumstances asked = entry.question().circumstances();
    return String.join(
        "\n",
        entry.question().model().provider().key(),
        entry.question().model().canonical(),
        entry.clock().name(),
        asked.deployment().map(Enum::name).orElse(""),
        asked.region().orElse(""),
        asked.cloud().map(Enum::name).orElse(""));
  }
}
