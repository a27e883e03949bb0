package dev.plumbline.api.calendar;

import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.lifecycle.deprecation.feed.AtomEntry;
import dev.plumbline.lifecycle.deprecation.feed.AtomWriter;
import dev.plumbline.lifecycle.deprecation.feed.LeadTimes;
import dev.plumbline.lifecycle.deprecation.feed.MoveFeed;
import dev.plumbline.lifecycle.deprecation.ical.CalendarWriter;
import dev.plumbline.lifecycle.deprecation.moves.CalendarEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands in the files of a feed. The same calendar gives the same bytes. */
@ApplicationScoped
class FeedText {

  /** An event of the past stays for a year, so that people find what happened. */
  private static final int KEPT_DAYS = 365;

  private static final int MOST_EVENTS = 5_000;
  private static final int MOST_ENTRIES = 500;

  private final Selection selection;
  private final SeenEvents seen;
  private final AliasMoves aliases;
  private final Clock clock;

  FeedText(Selection selection, SeenEvents seen, AliasMoves aliases, Clock clock) {
    this.seen = seen;
    this.aliases = aliases;
    this.selection = selection;
    this.clock = clock;
  }

  String calendar(FeedEntity feed) {
    LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    List<CalendarEntry> entries =
        entries(feed).stream().filter(entry -> isKept(entry, today)).limit(MOST_EVENTS).toList();
    return new CalendarWriter(feed.name, LeadTimes.USUAL, today).write(entries);
  }

  private static boolean isKept(CalendarEntry entry, LocalDate today) {
    return entry.day().map(day -> !day.isBefore(today.minusDays(KEPT_DAYS))).orElse(true);
  }

  String events(FeedEntity feed) {
    Stream<AtomEntry> moves = MoveFeed.of(entries(feed), move -> true).stream().map(AtomEntry::of);
    Organisation organisation = new Organisation(feed.organisationId);
    Stream<AtomEntry> sightings =
        Stream.concat(
            seen.of(organisation, feed.query()).stream(),
            aliases.entries(organisation, feed.query()).stream());
    return AtomWriter.writeEntries(
        "urn:uuid:" + feed.id,
        feed.name,
        Stream.concat(moves, sightings)
            .sorted(Comparator.comparing(AtomEntry::at).reversed())
            .limit(MOST_ENTRIES)
            .toList());
  }

  private List<CalendarEntry> entries(FeedEntity feed) {
    return selection.entries(new Organisation(feed.organisationId), feed.query(), Optional.empty());
  }
}
