package dev.plumbline.api.calendar;

import dev.plumbline.api.deprecations.Calendars;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.web.QueryValues;
import dev.plumbline.api.web.Section;
import dev.plumbline.api.web.Shells;
import dev.plumbline.lifecycle.deprecation.LifeClock;
import dev.plumbline.lifecycle.deprecation.moves.CalendarEntry;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;

/** When models end, for people. All of the search is the page's address. */
@Path("/calendar")
@Produces(MediaType.TEXT_HTML)
class CalendarPage {

  private final CalendarScreen screen;
  private final Template detail;
  private final Shells shells;
  private final Selection selection;
  private final Calendars calendars;
  private final CurrentCaller caller;
  private final Clock clock;

  CalendarPage(
      CalendarScreen screen,
      @Location("calendar/entry") Template detail,
      Shells shells,
      Selection selection,
      Calendars calendars,
      CurrentCaller caller,
      Clock clock) {
    this.screen = screen;
    this.detail = detail;
    this.shells = shells;
    this.selection = selection;
    this.calendars = calendars;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @PermissionsAllowed(Permissions.CALENDAR_READ)
  public String show(@Context UriInfo address) {
    LocalDate today = today();
    QueryValues values = QueryValues.of(address, CalendarLinks.defaults(today));
    return screen.show(reader(), values, today, Optional.empty(), "");
  }

  @GET
  @Path("/entry")
  @PermissionsAllowed(Permissions.CALENDAR_READ)
  public String entry(
      @RestQuery Optional<String> provider,
      @RestQuery Optional<String> model,
      @RestQuery Optional<String> clock) {
    Caller reader = reader();
    CalendarEntry entry =
        selection.one(
            reader.organisation(),
            new CalendarQuery(
                Labels.provider(provider),
                Labels.constant("clock", clock, LifeClock.class)
                    .or(() -> Optional.of(EntryView.SERVICE)),
                Optional.of(
                    Labels.text("model", model)
                        .orElseThrow(
                            () -> Input.refused("model", "the name of a model is needed"))),
                Optional.empty(),
                false,
                Optional.empty(),
                CalendarQuery.Range.ANY));
    LocalDate today = today();
    return detail
        .data("shell", shells.of(Section.CALENDAR, entry.question().model().canonical()))
        .data("row", CalendarRow.of(entry, today))
        .data(
            "history",
            HistoryView.of(
                entry, calendars.of(reader.organisation()).claimsAbout(entry.question()), today))
        .render();
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneOffset.UTC));
  }

  /** The calendar is of the whole organisation: a role in one project does not open it. */
  private Caller reader() {
    Caller reader = caller.get();
    reader.require(Permissions.CALENDAR_READ, Optional.empty());
    return reader;
  }
}
