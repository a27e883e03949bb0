package dev.plumbline.api.alerts;

import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.problem.Input;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What needs attention, and what people do about it. */
@Path("/api/v1/alerts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Alerts", description = "One alert for each thing that needs attention")
class AlertResource {

  private static final List<String> STATES = List.of("open", "acknowledged", "snoozed", "resolved");
  private static final int LARGEST = 500;

  private final Alerts alerts;
  private final CurrentCaller caller;

  AlertResource(Alerts alerts, CurrentCaller caller) {
    this.alerts = alerts;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Permissions.ALERTS_READ)
  @Operation(
      summary = "Lists alerts of a state, or all that are not resolved; the most urgent first")
  public AlertView.All list(
      @RestQuery @DefaultValue("") String state, @RestQuery @DefaultValue("100") String limit) {
    if (!state.isEmpty() && !STATES.contains(state)) {
      throw Input.refused("state", "not one of " + String.join(", ", STATES));
    }
    List<String> wanted = state.isEmpty() ? STATES.subList(0, 3) : List.of(state);
    return new AlertView.All(alerts.list(caller.get(), wanted, limit(limit)));
  }

  @GET
  @Path("/{id}")
  @PermissionsAllowed(Permissions.ALERTS_READ)
  @Operation(summary = "Shows one with everything that happened to it")
  public AlertView.WithHistory show(@RestPath String id) {
    return alerts.show(caller.get(), uuid(id));
  }

  @POST
  @Path("/{id}/acknowledge")
  @PermissionsAllowed(Permissions.ALERTS_WRITE)
  @Operation(
      summary = "Takes care of one",
      description = "Until a moment, or the next milestone. A date that moves reopens it at once.")
  public AlertView acknowledge(@RestPath String id, @Nullable UntilRequest request) {
    return alerts.acknowledge(caller.get(), uuid(id), until(request));
  }

  @POST
  @Path("/{id}/snooze")
  @PermissionsAllowed(Permissions.ALERTS_WRITE)
  @Operation(summary = "Silences an open one until a moment")
  public AlertView snooze(@RestPath String id, @Nullable UntilRequest request) {
    Instant until = until(request).orElseThrow(() -> Input.refused("until", "it is missing"));
    return alerts.snooze(caller.get(), uuid(id), until);
  }

  @POST
  @Path("/{id}/escalate")
  @PermissionsAllowed(Permissions.ALERTS_WRITE)
  @Operation(summary = "Asks the next contact at once")
  public AlertView escalate(@RestPath String id) {
    return alerts.escalate(caller.get(), uuid(id));
  }

  @POST
  @Path("/{id}/resolve")
  @PermissionsAllowed(Permissions.ALERTS_WRITE)
  @Operation(summary = "Ends one; it comes back when its rule states it again")
  public AlertView resolve(@RestPath String id) {
    return alerts.resolve(caller.get(), uuid(id));
  }

  private static Optional<Instant> until(@Nullable UntilRequest request) {
    return request == null ? Optional.empty() : request.toInstant();
  }

  private static int limit(String text) {
    int limit = Input.read("limit", () -> Integer.parseInt(text));
    if (limit < 1 || limit > LARGEST) {
      throw Input.refused("limit", "a limit is a number from 1 to " + LARGEST);
    }
    return limit;
  }

  private static UUID uuid(String id) {
    return Input.read("id", () -> UUID.fromString(id));
  }
}
