package dev.plumbline.api.prices;

import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.problem.Input;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Own prices of an organisation: negotiated discounts and private prices. */
@Path("/api/v1/prices/overrides")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Prices")
class OverrideResource {

  private final Overrides overrides;
  private final CurrentPrices prices;
  private final CurrentCaller caller;
  private final Clock clock;

  OverrideResource(Overrides overrides, CurrentPrices prices, CurrentCaller caller, Clock clock) {
    this.overrides = overrides;
    this.prices = prices;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @PermissionsAllowed(Permissions.OVERRIDES_READ)
  @Operation(summary = "Lists own prices, ended ones included", description = "Oldest first.")
  public List<OverrideView> list(
      @RestQuery @DefaultValue("0") String page, @RestQuery @DefaultValue("100") String size) {
    return overrides.list(caller.get(), Pages.of(page, size));
  }

  @GET
  @Path("/{id}")
  @PermissionsAllowed(Permissions.OVERRIDES_READ)
  @Operation(summary = "Shows one")
  public OverrideView show(@RestPath String id) {
    return overrides.show(caller.get(), uuid(id));
  }

  @POST
  @PermissionsAllowed(Permissions.OVERRIDES_WRITE)
  @Operation(summary = "Adds a discount or a private price, stronger than the list")
  public Response add(OverrideRequest request) {
    if (request == null) {
      throw Input.refused("body", "the body is empty");
    }
    OverrideView added = overrides.add(caller.get(), request.toPriceOverride());
    prices.changed(caller.organisation());
    return Response.created(URI.create("/api/v1/prices/overrides/" + added.id()))
        .entity(added)
        .build();
  }

  @DELETE
  @Path("/{id}")
  @PermissionsAllowed(Permissions.OVERRIDES_WRITE)
  @Operation(summary = "Ends one today; days before keep it")
  public void end(@RestPath String id) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    overrides.end(caller.get(), uuid(id), today);
    prices.changed(caller.organisation());
  }

  private static UUID uuid(String text) {
    return Input.read("id", () -> UUID.fromString(text));
  }
}
