package dev.plumbline.api.calendar;

import dev.plumbline.api.deprecations.Calendars;
import dev.plumbline.api.deprecations.DateEvent;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.lifecycle.deprecation.LifeClock;
import dev.plumbline.lifecycle.deprecation.moves.CalendarEntry;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** When models end, for programs. */
@Path("/api/v1/calendar")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "Calendar",
    description = "Until when models can be trained and called, and who says so")
class CalendarResource {

  private static final String USUAL_LIMIT = "100";

  private final Selection selection;
  private final Calendars calendars;
  private final AliasMoves aliases;
  private final CurrentCaller caller;
  private final Clock clock;

  CalendarResource(
      Selection selection,
      Calendars calendars,
      AliasMoves aliases,
      CurrentCaller caller,
      Clock clock) {
    this.selection = selection;
    this.calendars = calendars;
    this.aliases = aliases;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @PermissionsAllowed(Permissions.CALENDAR_READ)
  @Operation(
      summary = "Lists ends by their day, past ones included",
      description =
          "Every base, the fine-tunes of each with both clocks, and fine-tunes with dates of their"
              + " own. With used=true only what your organisation uses, each by its name, and gaps"
              + " too.")
  public EntryPage list(
      @BeanParam CalendarFilters filters,
      @RestQuery @Parameter(description = "what was believed on this day") Optional<String> at,
      @RestQuery @DefaultValue(USUAL_LIMIT) @Parameter(description = "at most 500") String limit,
      @RestQuery @Parameter(description = "what the page before says as next")
          Optional<String> after) {
    Optional<LocalDate> day = Labels.day("at", at);
    int most = Labels.limit(limit);
    LocalDate today = day.orElseGet(this::today);
    Organisation organisation = reader();
    List<CalendarEntry> entries = selection.entries(organisation, filters.query(), day);
    List<EntryView> all = entries.stream().map(entry -> EntryView.of(entry, today)).toList();
    List<EntryView> rest = rest(all, after, EntryView::id);
    List<EntryView> shown = rest.subList(0, Math.min(most, rest.size()));
    return new EntryPage(
        shown,
        all.size(),
        CustomerClassView.of(entries, calendars.classes(organisation)),
        shown.size() < rest.size() ? shown.get(most - 1).id() : null);
  }

  @GET
  @Path("/history")
  @PermissionsAllowed(Permissions.CALENDAR_READ)
  @Operation(
      summary = "How one clock of one model came to its day",
      description = "Every change, and every statement that was considered with its part in it.")
  public HistoryView history(
      @RestQuery Optional<String> provider,
      @RestQuery @Parameter(required = true, description = "as the list names it")
          Optional<String> model,
      @RestQuery @Parameter(description = "inference unless training is given")
          Optional<String> clock) {
    String name =
        Labels.text("model", model)
            .orElseThrow(() -> Input.refused("model", "the name of a model is needed"));
    CalendarQuery query =
        new CalendarQuery(
            Labels.provider(provider),
            Labels.constant("clock", clock, LifeClock.class)
                .or(() -> Optional.of(EntryView.SERVICE)),
            Optional.of(name),
            Optional.empty(),
            false,
            Optional.empty(),
            CalendarQuery.Range.ANY);
    Organisation organisation = reader();
    CalendarEntry entry = selection.one(organisation, query);
    return HistoryView.of(entry, calendars.of(organisation).claimsAbout(entry.question()), today());
  }

  @GET
  @Path("/events")
  @PermissionsAllowed(Permissions.CALENDAR_READ)
  @Operation(
      summary = "Lists changes of the calendar, the newest first",
      description = "A change is kept once and for ever; its id never changes.")
  public EventView.Page events(
      @RestQuery @Parameter(description = "seen on this day or later") Optional<String> since,
      @RestQuery @Parameter(description = "a base with its fine-tunes, or one fine-tune")
          Optional<String> model,
      @RestQuery @DefaultValue(USUAL_LIMIT) @Parameter(description = "at most 500") String limit,
      @RestQuery @Parameter(description = "what the page before says as next")
          Optional<String> after) {
    int most = Labels.limit(limit);
    Optional<String> name = Labels.text("model", model);
    List<EventView> all =
        calendars
            .eventsSeenSince(reader(), Labels.day("since", since).orElse(LocalDate.EPOCH))
            .stream()
            .filter(event -> name.map(each -> isAbout(event, each)).orElse(true))
            .map(EventView::of)
            .toList();
    List<EventView> rest = rest(all, after, EventView::id);
    List<EventView> shown = rest.subList(0, Math.min(most, rest.size()));
    return new EventView.Page(shown, shown.size() < rest.size() ? shown.get(most - 1).id() : null);
  }

  @GET
  @Path("/alias-moves")
  @PermissionsAllowed(Permissions.CALENDAR_READ)
  @Operation(
      summary = "What aliases meant and mean, the newest first",
      description =
          "What providers announced, what is known to have held, and what syncs of your accounts saw"
              + " are entries of their own.")
  public AliasMoveView.Page aliasMoves(
      @RestQuery Optional<String> provider,
      @RestQuery @Parameter(description = "an alias, or a name with * in it")
          Optional<String> model,
      @RestQuery @Parameter(description = "true for only what we use") Optional<String> used,
      @RestQuery @DefaultValue(USUAL_LIMIT) @Parameter(description = "at most 500") String limit,
      @RestQuery @Parameter(description = "what the page before says as next")
          Optional<String> after) {
    int most = Labels.limit(limit);
    CalendarQuery query =
        new CalendarQuery(
            Labels.provider(provider),
            Optional.empty(),
            Labels.text("model", model),
            Optional.empty(),
            Labels.flag("used", used),
            Optional.empty(),
            CalendarQuery.Range.ANY);
    List<AliasMoveView> rest = rest(aliases.of(reader(), query), after, AliasMoveView::id);
    List<AliasMoveView> shown = rest.subList(0, Math.min(most, rest.size()));
    return new AliasMoveView.Page(
        shown, shown.size() < rest.size() ? shown.get(most - 1).id() : null);
  }

  @GET
  @Path("/claims")
  @PermissionsAllowed(Permissions.CALENDAR_READ)
  @Operation(
      summary = "Every statement behind the calendar",
      description =
          "Bundled facts and your organisation's own; what the command line computes with.")
  public ClaimsView claims() {
    return new ClaimsView(calendars.of(reader()).claims().stream().map(ClaimView::of).toList());
  }

  private static boolean isAbout(DateEvent event, String name) {
    return event.model().equals(name) || event.base().filter(name::equals).isPresent();
  }

  private static <T> List<T> rest(List<T> all, Optional<String> after, Function<T, UUID> id) {
    if (after.isEmpty()) {
      return all;
    }
    UUID last = Input.read("after", () -> UUID.fromString(after.get()));
    for (int i = 0; i < all.size(); i++) {
      if (id.apply(all.get(i)).equals(last)) {
        return all.subList(i + 1, all.size());
      }
    }
    throw Problem.of(ErrorCode.INVALID_INPUT, "there is no such entry any more")
        .atField("after")
        .withRemedy("begin with the first page")
        .asException();
  }

  /** The calendar is of the whole organisation: a role in one project does not open it. */
  private Organisation reader() {
    Caller reader = caller.get();
    reader.require(Permissions.CALENDAR_READ, Optional.empty());
    return reader.organisation();
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneOffset.UTC));
  }
}
