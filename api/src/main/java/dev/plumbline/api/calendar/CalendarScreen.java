package dev.plumbline.api.calendar;

import dev.plumbline.api.deprecations.Calendars;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.web.QueryValues;
import dev.plumbline.api.web.Section;
import dev.plumbline.api.web.Shells;
import dev.plumbline.lifecycle.deprecation.moves.CalendarEntry;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts the page together, for a look at it and for what a form of it answers. */
@ApplicationScoped
class CalendarScreen {

  private static final int MOST_ROWS = 1_000;

  private final Template page;
  private final Shells shells;
  private final Selection selection;
  private final AliasMoves aliases;
  private final Calendars calendars;
  private final CalendarImports imports;
  private final Feeds feeds;

  CalendarScreen(
      @Location("calendar/page") Template page,
      Shells shells,
      Selection selection,
      AliasMoves aliases,
      Calendars calendars,
      CalendarImports imports,
      Feeds feeds) {
    this.page = page;
    this.shells = shells;
    this.selection = selection;
    this.aliases = aliases;
    this.calendars = calendars;
    this.imports = imports;
    this.feeds = feeds;
  }

  /**
   * @param made the feed whose addresses are shown this once
   * @param notice what a form of the page has to say; empty for none
   */
  String show(
      Caller caller,
      QueryValues values,
      LocalDate today,
      Optional<CreatedFeed> made,
      String notice) {
    var links = new CalendarLinks(values);
    List<CalendarEntry> entries =
        selection.entries(caller.organisation(), links.query(), Optional.empty());
    List<CalendarRow> rows = entries.stream().map(entry -> CalendarRow.of(entry, today)).toList();
    List<CalendarRow> shown = rows.subList(0, Math.min(MOST_ROWS, rows.size()));
    return page.data("shell", shells.of(Section.CALENDAR, "Calendar"))
        .data("fields", links.fields(providers(caller.organisation())))
        .data("links", links)
        .data("rows", shown)
        .data("total", rows.size())
        .data("isMonths", links.isMonths())
        .data("months", links.isMonths() ? MonthView.of(shown) : List.of())
        .data("classes", CustomerClassView.of(entries, calendars.classes(caller.organisation())))
        .data("aliasMoves", aliases.of(caller.organisation(), links.query()))
        .data("imports", imports.list(caller))
        .data("feeds", feeds.list(caller))
        .data("made", made.orElse(null))
        .data("notice", notice)
        .data("today", today.toString())
        .data("mayWrite", caller.grants().holds(Permissions.CALENDAR_WRITE, Optional.empty()))
        .render();
  }

  private Stream<String> providers(Organisation organisation) {
    return calendars.entries(organisation).stream()
        .map(entry -> entry.question().model().provider().key());
  }
}
