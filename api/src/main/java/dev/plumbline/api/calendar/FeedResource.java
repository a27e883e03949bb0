package dev.plumbline.api.calendar;

import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.problem.Problem;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Addresses of the calendar for programs that cannot sign in. */
@Path("/api/v1/calendar/feeds")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Calendar")
class FeedResource {

  private final Feeds feeds;
  private final CurrentCaller caller;

  FeedResource(Feeds feeds, CurrentCaller caller) {
    this.feeds = feeds;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Permissions.CALENDAR_READ)
  @Operation(summary = "Lists feeds, without their addresses", description = "At most 500.")
  public FeedView.Page list() {
    return new FeedView.Page(feeds.list(caller.get()));
  }

  @POST
  @PermissionsAllowed(Permissions.CALENDAR_WRITE)
  @Operation(
      summary = "Makes a feed",
      description =
          "The answer is the only place where its addresses stand: an iCalendar and an Atom file"
              + " that whoever has the address reads, until it is revoked.")
  public Response create(@Nullable NewFeedRequest request) {
    if (request == null) {
      throw Input.refused("body", "the body is empty");
    }
    CreatedFeed created = feeds.create(caller.get(), request.checkedName(), request.query());
    return Response.created(URI.create("/api/v1/calendar/feeds/" + created.feed().id()))
        .header("Cache-Control", "no-store")
        .entity(created)
        .build();
  }

  @DELETE
  @Path("/{id}")
  @PermissionsAllowed(Permissions.CALENDAR_WRITE)
  @Operation(summary = "Revokes a feed", description = "At once. Once more changes nothing.")
  public FeedView revoke(@RestPath String id) {
    return feeds.revoke(caller.get(), uuid(id));
  }

  /** What cannot be an id is not there either. */
  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw Problem.of(ErrorCode.NOT_FOUND, "no such feed").asException();
    }
  }
}
