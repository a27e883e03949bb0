package dev.plumbline.api.evaluations;

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
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** How good a fine-tune was when it was trained. */
@Path("/api/v1/models/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evaluations", description = "Losses, hold-outs and the quality that users see")
class EvaluationResource {

  private static final int LONGEST_NAME = 200;

  private final Evaluations evaluations;
  private final CurrentCaller caller;

  EvaluationResource(Evaluations evaluations, CurrentCaller caller) {
    this.evaluations = evaluations;
    this.caller = caller;
  }

  @GET
  @Path("/losses")
  @PermissionsAllowed(Permissions.MODELS_READ)
  @Operation(summary = "Lists loss curves with what is conspicuous in them, the newest first")
  public LossView.All losses(@RestPath String id) {
    return new LossView.All(evaluations.losses(caller.get(), Given.id("id", id)));
  }

  @POST
  @Path("/losses")
  @Consumes("text/csv")
  @PermissionsAllowed(Permissions.MODELS_WRITE)
  @Operation(
      summary = "Adds the result file of a fine-tuning job, as the provider wrote it",
      description = "The same file again is the same curve.")
  public Response addLosses(
      @RestPath String id,
      @RestQuery @DefaultValue("results.csv") @Parameter(description = "of the file") String name,
      String file) {
    LossView added =
        evaluations.addLosses(
            caller.get(),
            Given.id("id", id),
            Given.text("name", name, LONGEST_NAME),
            Given.body(file));
    return Response.status(Response.Status.CREATED).entity(added).build();
  }

  @GET
  @Path("/hold-outs")
  @PermissionsAllowed(Permissions.MODELS_READ)
  @Operation(summary = "Lists comparisons with another model on a hold-out, the newest first")
  public HoldOutView.All holdOuts(@RestPath String id) {
    return new HoldOutView.All(evaluations.holdOuts(caller.get(), Given.id("id", id)));
  }

  @POST
  @Path("/hold-outs")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed(Permissions.MODELS_WRITE)
  @Operation(
      summary = "Adds the grades of both models on a hold-out",
      description = "At least 50 rows that are not in the training file.")
  public Response addHoldOut(@RestPath String id, HoldOutRequest request) {
    HoldOutView added =
        evaluations.addHoldOut(caller.get(), Given.id("id", id), Given.body(request));
    return Response.status(Response.Status.CREATED).entity(added).build();
  }
}
