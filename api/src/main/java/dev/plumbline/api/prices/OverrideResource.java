package dev.plumbline.api.prices;

import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.api.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

/** Own prices of an organisation: negotiated discounts and private prices. */
@Path("/api/v1/prices/overrides")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Prices")
class OverrideResource {

  private final OverrideRepository overrides;
  private final CurrentPrices prices;
  private final Clock clock;

  OverrideResource(OverrideRepository overrides, CurrentPrices prices, Clock clock) {
    this.overrides = overrides;
    this.prices = prices;
    this.clock = clock;
  }

  @GET
  @Operation(summary = "Lists own prices, ended ones included")
  public List<OverrideView> list() {
    return overrides.list(Organisation.FIRST).stream().map(OverrideView::of).toList();
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "Shows one")
  public OverrideView show(@RestPath String id) {
    return overrides
        .find(Organisation.FIRST, uuid(id))
        .map(OverrideView::of)
        .orElseThrow(() -> missing(id));
  }

  @POST
  @Operation(summary = "Adds a discount or a private price, stronger than the list")
  public Response add(OverrideRequest request) {
    if (request == null) {
      throw Input.refused("body", "the body is empty");
    }
    OverrideView added =
        OverrideView.of(overrides.add(Organisation.FIRST, request.toPriceOverride()));
    prices.refresh();
    return Response.created(URI.create("/api/v1/prices/overrides/" + added.id()))
        .entity(added)
        .build();
  }

  @DELETE
  @Path("/{id}")
  @Operation(summary = "Ends one today; days before keep it")
  public void end(@RestPath String id) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (!overrides.end(Organisation.FIRST, uuid(id), today)) {
      throw missing(id);
    }
    prices.refresh();
  }

  private static UUID uuid(String text) {
    return Input.read("id", () -> UUID.fromString(text));
  }

  private static ProblemException missing(String id) {
    return Problem.of(ErrorCode.NOT_FOUND, "no override " + id).asException();
  }
}
