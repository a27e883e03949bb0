package dev.plumbline.api.alerts;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.notifications.AlertTabs;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.problem.ProblemException;
import dev.plumbline.api.web.Section;
import dev.plumbline.api.web.Shells;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Alerts for people: what needs them, what happened, and what they do about it. */
@Path("/alerts")
@Produces(MediaType.TEXT_HTML)
class AlertsPage {

  private static final int SHOWN = 200;
  private static final List<String> QUIET = List.of("acknowledged", "snoozed");

  private static final Map<String, String> DONE =
      Map.of(
          "acknowledge", "You take care of it.",
          "snooze", "Nobody hears of it until then.",
          "escalate", "The next contact is asked.",
          "resolve", "It is over; it comes back when its rule notices it again.");

  private final Template page;
  private final Template detail;
  private final Template history;
  private final Shells shells;
  private final Alerts alerts;
  private final CurrentCaller caller;
  private final Clock clock;

  AlertsPage(
      @Location("alerts/page") Template page,
      @Location("alerts/detail") Template detail,
      @Location("alerts/history") Template history,
      Shells shells,
      Alerts alerts,
      CurrentCaller caller,
      Clock clock) {
    this.page = page;
    this.detail = detail;
    this.history = history;
    this.shells = shells;
    this.alerts = alerts;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @PermissionsAllowed(Permissions.ALERTS_READ)
  public String show() {
    Caller reader = caller.get();
    return page.data("shell", shells.of(Section.ALERTS, "Alerts"))
        .data("tabs", AlertTabs.NEEDS_YOU.links(reader))
        .data("open", rows(reader, List.of("open")))
        .data("quiet", rows(reader, QUIET))
        .render();
  }

  private List<AlertRow> rows(Caller reader, List<String> states) {
    Instant now = clock.instant();
    return alerts.list(reader, states, SHOWN).stream().map(each -> AlertRow.of(each, now)).toList();
  }

  @GET
  @Path("/history")
  @PermissionsAllowed(Permissions.ALERTS_READ)
  public String history() {
    Caller reader = caller.get();
    return history
        .data("shell", shells.of(Section.ALERTS, "History of alerts"))
        .data("tabs", AlertTabs.HISTORY.links(reader))
        .data("events", alerts.history(reader, SHOWN).stream().map(EventRow::of).toList())
        .render();
  }

  @GET
  @Path("/{id}")
  @PermissionsAllowed(Permissions.ALERTS_READ)
  public String show(@RestPath String id, @RestQuery @DefaultValue("") String done) {
    return detail(uuid(id), DONE.getOrDefault(done, ""), "");
  }

  /**
   * @param action acknowledge, snooze, escalate or resolve
   * @param days until when; the next milestone when empty
   */
  @POST
  @Path("/{id}")
  @PermissionsAllowed(Permissions.ALERTS_WRITE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response act(
      @RestPath String id, @RestForm @Nullable String action, @RestForm @Nullable String days) {
    UUID alert = uuid(id);
    try {
      act(alert, action == null ? "" : action, until(days));
      return Response.seeOther(URI.create("/alerts/" + alert + "?done=" + action)).build();
    } catch (ProblemException e) {
      if (e.problem().code().status() == 404) {
        throw e;
      }
      return Response.status(e.problem().code().status())
          .entity(detail(alert, "", e.problem().detail()))
          .build();
    }
  }

  private void act(UUID alert, String action, Optional<Instant> until) {
    switch (action) {
      case "acknowledge" -> alerts.acknowledge(caller.get(), alert, until);
      case "snooze" ->
          alerts.snooze(
              caller.get(),
              alert,
              until.orElseThrow(() -> Input.refused("days", "a snooze has an end")));
      case "escalate" -> alerts.escalate(caller.get(), alert);
      case "resolve" -> alerts.resolve(caller.get(), alert);
      default -> throw Input.refused("action", "not acknowledge, snooze, escalate or resolve");
    }
  }

  private Optional<Instant> until(@Nullable String days) {
    return days == null || days.isBlank()
        ? Optional.empty()
        : Optional.of(
            clock.instant().plus(Duration.ofDays(Input.read("days", () -> Long.parseLong(days)))));
  }

  private String detail(UUID id, String done, String wrong) {
    Caller reader = caller.get();
    AlertView.WithHistory found = alerts.show(reader, id);
    return detail
        .data("shell", shells.of(Section.ALERTS, "Alert"))
        .data("tabs", AlertTabs.NEEDS_YOU.links(reader))
        .data("alert", AlertRow.of(found.alert(), clock.instant()))
        .data("events", found.history().stream().map(EventRow::of).toList())
        .data("mayWrite", reader.grants().holds(Permissions.ALERTS_WRITE, Optional.empty()))
        .data("done", done)
        .data("wrong", wrong)
        .render();
  }

  private static UUID uuid(String id) {
    return Input.read("id", () -> UUID.fromString(id));
  }
}
