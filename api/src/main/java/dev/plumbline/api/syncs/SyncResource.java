package dev.plumbline.api.syncs;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.problem.Problem;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Runs that ask providers what there is. */
@Path("/api/v1/syncs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Providers", description = "Accounts at providers and what they list")
class SyncResource {

  private static final int LARGEST = 500;

  private final Syncs syncs;
  private final SyncReadings readings;
  private final CurrentCaller caller;

  SyncResource(Syncs syncs, SyncReadings readings, CurrentCaller caller) {
    this.syncs = syncs;
    this.readings = readings;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Permissions.PROVIDERS_READ)
  @Operation(summary = "Lists runs, the newest first")
  public List<SyncRunView> list(@RestQuery @DefaultValue("20") String limit) {
    return readings.runs(caller.get(), limit(limit));
  }

  @GET
  @Path("/events")
  @PermissionsAllowed(Permissions.PROVIDERS_READ)
  @Operation(summary = "Lists what runs found, the newest first")
  public List<SyncEventView> events(
      @RestQuery @DefaultValue("2000-01-01T00:00:00Z") String since,
      @RestQuery @DefaultValue("100") String limit) {
    return readings
        .events(caller.get(), Input.read("since", () -> Instant.parse(since)), limit(limit))
        .stream()
        .map(SyncEventView::of)
        .toList();
  }

  @POST
  @PermissionsAllowed(Permissions.PROVIDERS_WRITE)
  @Operation(summary = "Asks providers now, to see what would change or to keep it")
  public List<SyncRunView> run(@Nullable SyncRequest request) {
    Caller asking = caller.get();
    asking.require(Permissions.PROVIDERS_WRITE, Optional.empty());
    if (request == null) {
      throw Input.refused("body", "the body is empty");
    }
    boolean dry = request.dryRun() != null && request.dryRun();
    if (request.account() == null) {
      return syncs.all(asking.organisation(), asking.actor(), dry);
    }
    UUID id = Input.read("account", () -> UUID.fromString(request.account()));
    return List.of(
        syncs
            .one(asking.organisation(), asking.actor(), id, dry)
            .orElseThrow(
                () -> Problem.of(ErrorCode.NOT_FOUND, "no provider account " + id).asException()));
  }

  private static int limit(String text) {
    int limit = Input.read("limit", () -> Integer.parseInt(text));
    if (limit < 1 || limit > LARGEST) {
      throw Input.refused("limit", "a limit is a number from 1 to " + LARGEST);
    }
    return limit;
  }
}
