package dev.plumbline.lifecycle.deprecation.feed;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Something that happened, as an entry of a feed; it is never changed afterwards.
 *
 * @param id the same for life
 * @param categories terms by scheme, for example {@code moved_earlier} by {@code event}
 */
public record AtomEntry(
    UUID id, Instant at, String title, Map<String, String> categories, List<String> details) {

  public AtomEntry {
    requireNonNull(id, "id");
    requireNonNull(at, "at");
    requireNonNull(title, "title");
    categories = Collections.unmodifiableMap(new LinkedHashMap<>(categories));
    details = List.copyOf(details);
  }

  public static AtomEntry of(MoveFeed.Item item) {
    Map<String, String> categories = new LinkedHashMap<>();
    categories.put("event", item.move().label());
    categories.put("provider", item.entry().question().model().provider().key());
    categories.put("clock", item.entry().clock().name().toLowerCase(Locale.ROOT));
    categories.put("urgency", item.move().urgency().name().toLowerCase(Locale.ROOT));
    return new AtomEntry(
        EntryIds.of(item.entry(), item.move()),
        item.move().seenOn().atStartOfDay(ZoneOffset.UTC).toInstant(),
        EntryWords.title(item.entry(), item.move()),
        categories,
        item.move()
            .by()
            .map(claim -> List.of("Source: " + claim.source().name()))
            .orElseGet(() -> List.of("The rule that gave the date no longer applies.")));
  }
}
