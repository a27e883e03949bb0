package dev.plumbline.lifecycle.deprecation.feed;

import dev.plumbline.lifecycle.deprecation.Circumstances;
import dev.plumbline.lifecycle.deprecation.moves.CalendarEntry;
import dev.plumbline.lifecycle.deprecation.moves.DateMove;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Ids that never change: of an entry by model, clock and place, of a move also by its day and kind.
 * For whom it is asked does not count, so a feed keeps its ids when an organisation's class
 * changes.
 */
public final class EntryIds {

  private EntryIds() {}

  public static UUID of(CalendarEntry entry) {
    return UUID.nameUUIDFromBytes(key(entry).getBytes(StandardCharsets.UTF_8));
  }

  public static UUID of(CalendarEntry entry, DateMove move) {
    String key = key(entry) + "\n" + move.seenOn() + "\n" + move.label();
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
