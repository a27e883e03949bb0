package dev.plumbline.lifecycle.deprecation.feed;

import dev.plumbline.lifecycle.deprecation.moves.CalendarEntry;
import dev.plumbline.lifecycle.deprecation.moves.DateMove;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Moves of many entries in one list. */
public final class MoveFeed {

  /** A move with the entry that it is of. */
  public record Item(CalendarEntry entry, DateMove move) {}

  private static final Comparator<Item> NEWEST_FIRST =
      Comparator.<Item, java.time.LocalDate>comparing(item -> item.move().seenOn())
          .reversed()
          .thenComparing(item -> item.entry().question().model().provider())
          .thenComparing(item -> item.entry().question().model().canonical())
          .thenComparing(item -> item.entry().clock())
          .thenComparing(item -> item.move().label());

  private MoveFeed() {}

  /** The newest first; on one day in the order of names. */
  public static List<Item> of(Collection<CalendarEntry> entries, Predicate<DateMove> wanted) {
    return entries.stream()
        .flatMap(entry -> entry.moves().stream().filter(wanted).map(move -> new Item(entry, move)))
        .sorted(NEWEST_FIRST)
        .toList();
  }
}
