package dev.plumbline.api.notifications;

import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.problem.Input;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Where alerts are sent, and what came of it. */
@Path("/api/v1/channels")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Channels", description = "E-mail, chats, pagers and webhooks that hear of alerts")
class ChannelResource {

  private static final Set<String> STATES =
      Set.of("", "pending", "sending", "delivered", "dead", "cancelled");
  private static final int LARGEST = 500;

  private final Channels channels;
  private final CurrentCaller caller;

  ChannelResource(Channels channels, CurrentCaller caller) {
    this.channels = channels;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Permissions.CHANNELS_READ)
  @Operation(summary = "Lists channels by name, without their secrets")
  public ChannelView.All list() {
    return new ChannelView.All(channels.list(caller.get()));
  }

  @GET
  @Path("/{id}")
  @PermissionsAllowed(Permissions.CHANNELS_READ)
  @Operation(summary = "Shows one")
  public ChannelView show(@RestPath String id) {
    return channels.show(caller.get(), uuid(id));
  }

  @POST
  @PermissionsAllowed(Permissions.CHANNELS_WRITE)
  @Operation(
      summary = "Makes one",
      description = "The signing secret of a webhook is in this answer and in no other.")
  public Response add(@Nullable ChannelRequest request) {
    ChannelView added = channels.add(caller.get(), given(request).toNewChannel());
    return Response.created(URI.create("/api/v1/channels/" + added.id())).entity(added).build();
  }

  @PUT
  @Path("/{id}")
  @PermissionsAllowed(Permissions.CHANNELS_WRITE)
  @Operation(
      summary = "Changes one and takes it into service again",
      description = "Without a secret the present one is kept.")
  public ChannelView change(@RestPath String id, @Nullable ChannelRequest request) {
    return channels.change(caller.get(), uuid(id), given(request));
  }

  @DELETE
  @Path("/{id}")
  @PermissionsAllowed(Permissions.CHANNELS_WRITE)
  @Operation(summary = "Removes one; what was sent stays in the history")
  public void remove(@RestPath String id) {
    channels.remove(caller.get(), uuid(id));
  }

  @POST
  @Path("/{id}/test")
  @PermissionsAllowed(Permissions.CHANNELS_WRITE)
  @Operation(summary = "Sends a test message; its deliveries tell what came of it")
  public DeliveryView.All test(@RestPath String id) {
    return channels.test(caller.get(), uuid(id));
  }

  @GET
  @Path("/deliveries")
  @PermissionsAllowed(Permissions.CHANNELS_READ)
  @Operation(
      summary = "Lists deliveries, the newest first; state=dead for those that were given up")
  public DeliveryView.All deliveries(
      @RestQuery @DefaultValue("") String state, @RestQuery @DefaultValue("100") String limit) {
    if (!STATES.contains(state)) {
      throw Input.refused("state", "not one of pending, sending, delivered, dead, cancelled");
    }
    return channels.deliveries(caller.get(), state, limit(limit));
  }

  @POST
  @Path("/deliveries/{id}/send-again")
  @PermissionsAllowed(Permissions.CHANNELS_WRITE)
  @Operation(summary = "Sends a dead one again, with the id that it had")
  public DeliveryView sendAgain(@RestPath String id) {
    return channels.sendAgain(caller.get(), uuid(id));
  }

  private static int limit(String text) {
    int limit = Input.read("limit", () -> Integer.parseInt(text));
    if (limit < 1 || limit > LARGEST) {
      throw Input.refused("limit", "a limit is a number from 1 to " + LARGEST);
    }
    return limit;
  }

  private static ChannelRequest given(@Nullable ChannelRequest body) {
    if (body == null) {
      throw Input.refused("body", "the body is empty");
    }
    return body;
  }

  private static UUID uuid(String id) {
    return Input.read("id", () -> UUID.fromString(id));
  }
}
