package dev.plumbline.api.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.lists.Listed;
import dev.plumbline.api.lists.Slice;
import dev.plumbline.api.models.DeploymentView;
import dev.plumbline.api.models.Deployments;
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
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Where models are made callable: Azure, Bedrock, Vertex and others; OpenAI has none. */
@Path("/api/v1/deployments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Models")
class DeploymentResource {

  private final Deployments deployments;
  private final Visits visits;

  DeploymentResource(Deployments deployments, Visits visits) {
    this.deployments = deployments;
    this.visits = visits;
  }

  /** Some of the deployments. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "DeploymentPage")
  record DeploymentPage(
      List<DeploymentView> deployments,
      @Schema(description = "give it as after to read on; absent at the end")
          @Nullable String next) {}

  @GET
  @PermissionsAllowed(Permissions.MODELS_READ)
  @Operation(summary = "Lists deployments by provider, account and name, removed ones included")
  public DeploymentPage list(
      @RestQuery @DefaultValue(Slice.DEFAULT_LIMIT) @Parameter(description = "at most 500")
          String limit,
      @RestQuery @Parameter(description = "what the page before says as next")
          Optional<String> after) {
    Listed<DeploymentView> found =
        deployments.list(visits.reading(), Slice.of(limit, after)).as(DeploymentView::of);
    return new DeploymentPage(found.entries(), found.next().orElse(null));
  }

  @GET
  @Path("/{id}")
  @PermissionsAllowed(Permissions.MODELS_READ)
  @Operation(summary = "Shows one with everything that answered there")
  public DeploymentView show(@RestPath String id) {
    return DeploymentView.of(deployments.get(visits.reading(), Given.id("id", id)));
  }

  @POST
  @PermissionsAllowed(Permissions.MODELS_WRITE)
  @Operation(
      summary = "Registers a deployment, or what answers there now",
      description =
          "By provider, account and name. When another model answers than before, the former one"
              + " stays as previous_model.")
  public Response register(DeploymentRequest request) {
    Caller by = visits.writing();
    DeploymentView view =
        DeploymentView.of(
            deployments.register(
                by.organisation(), by.actor(), Given.body(request).toDeployment()));
    return Response.created(URI.create("/api/v1/deployments/" + view.id())).entity(view).build();
  }

  @DELETE
  @Path("/{id}")
  @PermissionsAllowed(Permissions.MODELS_WRITE)
  @Operation(summary = "Says that the provider no longer has it; its history stays")
  public DeploymentView remove(@RestPath String id) {
    Caller by = visits.writing();
    return DeploymentView.of(deployments.remove(by.organisation(), by.actor(), Given.id("id", id)));
  }
}
