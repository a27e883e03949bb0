package dev.plumbline.api.drift;

import dev.plumbline.api.exitplans.PlanView;
import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.registry.Given;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Whether one may move to another model, by the answers of both. */
@Path("/api/v1/drift")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Drift")
class RehearsalResource {

  private final Rehearsals rehearsals;
  private final CurrentCaller caller;
  private final Clock clock;

  RehearsalResource(Rehearsals rehearsals, CurrentCaller caller, Clock clock) {
    this.rehearsals = rehearsals;
    this.caller = caller;
    this.clock = clock;
  }

  /** To which plan it belongs. */
  @Schema(name = "RehearsalEvidence")
  record ForPlan(@Schema(description = "id of an exit plan") @Nullable String plan) {}

  @GET
  @Path("/targets/{id}/rehearsal")
  @PermissionsAllowed(Permissions.MODELS_READ)
  @Operation(
      summary = "Judges family by family whether the candidate is no worse",
      description = "The target has the model to move to as an arm with the role candidate.")
  public RehearsalView show(
      @RestPath String id,
      @RestQuery @DefaultValue("0.05") @Parameter(description = "in points of the pass rate")
          String margin,
      @RestQuery("family_margin") @Parameter(description = "FAMILY=SHARE, for one family")
          List<String> families,
      @RestQuery @DefaultValue("0.05") @Parameter(description = "one-sided") String alpha,
      @RestQuery @DefaultValue("") @Parameter(description = "later answers do not count")
          String until) {
    return rehearsals.of(caller.get(), Given.id("id", id), wish(margin, families, alpha, until));
  }

  @POST
  @Path("/targets/{id}/rehearsal/evidence")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed(Permissions.PLANS_WRITE)
  @Operation(summary = "Attaches the rehearsal as it is now to an exit plan")
  public PlanView attach(
      @RestPath String id,
      @RestQuery @DefaultValue("0.05") String margin,
      @RestQuery("family_margin") List<String> families,
      @RestQuery @DefaultValue("0.05") String alpha,
      ForPlan request) {
    return rehearsals.attach(
        caller.get(),
        Given.id("id", id),
        Given.id("plan", Given.body(request).plan()),
        wish(margin, families, alpha, ""));
  }

  private RehearsalWish wish(String margin, List<String> families, String alpha, String until) {
    return RehearsalWish.of(
        margin, families, alpha, until, clock.instant().truncatedTo(ChronoUnit.MICROS));
  }
}
