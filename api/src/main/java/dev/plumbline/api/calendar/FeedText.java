package dev.plumbline.api.calendar;

import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.lifecycle.deprecation.feed.AtomWriter;
import dev.plumbline.lifecycle.deprecation.feed.LeadTimes;
import dev.plumbline.lifecycle.deprecation.feed.MoveFeed;
import dev.plumbline.lifecycle.deprecation.ical.CalendarWriter;
import dev.plumbline.lifecycle.deprecation.moves.CalendarEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** What stands in the files of a feed. The same calendar gives the same bytes. */
@ApplicationScoped
class FeedText {

  /** An event of the past stays for a year, so that people find what happened. */
  private static final int KEPT_DAYS = 365;

  private static final int MOST_EVENTS = 5_000;
  private static final int MOST_MOVES = 500;

  private final Selection selection;
  private final Clock clock;

  FeedText(Selection selection, Clock clock) {
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
    List<MoveFeed.Item> moves = MoveFeed.of(entries(feed), move -> true);
    return AtomWriter.write(
        "urn:uuid:" + feed.id, feed.name, moves.subList(0, Math.min(MOST_MOVES, moves.size())));
  }

  private List<CalendarEntry> entries(FeedEntity feed) {
    return selection.entries(new Organisation(feed.organisationId), feed.query(), Optional.empty());
  }
}
