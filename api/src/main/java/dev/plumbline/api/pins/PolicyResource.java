package dev.plumbline.api.pins;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.lists.Listed;
import dev.plumbline.api.lists.Slice;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.registry.Given;
import dev.plumbline.core.owner.Environment;
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
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The rules of each environment, and the exceptions from them. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Pins")
class PolicyResource {

  private final Policies policies;
  private final Waivers waivers;
  private final CurrentCaller caller;
  private final Clock clock;

  PolicyResource(Policies policies, Waivers waivers, CurrentCaller caller, Clock clock) {
    this.policies = policies;
    this.waivers = waivers;
    this.caller = caller;
    this.clock = clock;
  }

  /** Some of the waivers. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "WaiverPage")
  record WaiverPage(
      List<WaiverView> waivers,
      @Schema(description = "give it as after to read on; absent at the end")
          @Nullable String next) {}

  @GET
  @Path("/pin-policies")
  @PermissionsAllowed(Permissions.MODELS_READ)
  @Operation(summary = "Shows the policy of each environment")
  public List<PolicyView> list() {
    Organisation organisation = caller.allowed(Permissions.MODELS_READ).organisation();
    return Arrays.stream(Environment.values())
        .map(each -> PolicyView.of(each, policies.of(organisation, each)))
        .toList();
  }

  @PUT
  @Path("/pin-policies/{environment}")
  @PermissionsAllowed(Permissions.MODELS_WRITE)
  @Operation(
      summary = "Replaces the policy of an environment",
      description = "What is left out is no demand. Pins that hold stay; see pins/violations.")
  public PolicyView set(@RestPath String environment, PolicyRequest request) {
    Caller by = caller.allowed(Permissions.MODELS_WRITE);
    Environment where =
        Given.word("environment", environment, Environment::findByLabel, Environment.labels());
    return PolicyView.of(
        where, policies.set(by.organisation(), by.actor(), where, Given.body(request).toPolicy()));
  }

  @GET
  @Path("/pin-waivers")
  @PermissionsAllowed(Permissions.MODELS_READ)
  @Operation(summary = "Lists waivers, expired and revoked ones included")
  public WaiverPage waivers(
      @RestQuery @DefaultValue(Slice.DEFAULT_LIMIT) String limit,
      @RestQuery Optional<String> after) {
    Organisation organisation = caller.allowed(Permissions.MODELS_READ).organisation();
    Listed<WaiverView> found =
        waivers.list(organisation, Slice.of(limit, after)).as(WaiverView::of);
    return new WaiverPage(found.entries(), found.next().orElse(null));
  }

  @POST
  @Path("/pin-waivers")
  @PermissionsAllowed(Permissions.MODELS_WRITE)
  @Operation(summary = "Excuses from a rule, with an owner, a reason and an end")
  public Response grant(WaiverRequest request) {
    Caller by = caller.allowed(Permissions.MODELS_WRITE);
    WaiverView granted =
        WaiverView.of(
            waivers.grant(
                by.organisation(),
                by.actor(),
                Given.body(request).toWaiver(clock.instant().truncatedTo(ChronoUnit.MICROS))));
    return Response.status(Response.Status.CREATED).entity(granted).build();
  }

  @DELETE
  @Path("/pin-waivers/{id}")
  @PermissionsAllowed(Permissions.MODELS_WRITE)
  @Operation(summary = "Takes a waiver back; it stays in the list")
  public WaiverView revoke(@RestPath String id) {
    Caller by = caller.allowed(Permissions.MODELS_WRITE);
    return WaiverView.of(waivers.revoke(by.organisation(), by.actor(), Given.id("id", id)));
  }
}
