package dev.plumbline.api.evaluations;

import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.registry.Given;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Quality after deployment, as applications and their users see it. */
@Path("/api/v1/quality")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Evaluations")
class QualityResource {

  private final Quality quality;
  private final CurrentCaller caller;

  QualityResource(Quality quality, CurrentCaller caller) {
    this.quality = quality;
    this.caller = caller;
  }

  /** What came of it. */
  @Schema(name = "GradesAnswer")
  record Answer(@Schema(description = "how many were new") int added) {}

  @POST
  @PermissionsAllowed(Permissions.USAGE_WRITE)
  @Operation(
      summary = "Adds grades of answers: feedback of users, or scores of the application",
      description = "All of them or none. A grade that was sent before counts once.")
  public Answer add(GradesRequest request) {
    return new Answer(quality.add(caller.get(), Given.body(request)));
  }

  @GET
  @PermissionsAllowed(Permissions.MODELS_READ)
  @Operation(
      summary = "Says for every deployment whether its quality has become worse",
      description = "Of those with grades of the last 30 days; today is not over and left out.")
  public QualityView.All list(@RestQuery Optional<String> model) {
    return new QualityView.All(
        quality.list(caller.get(), key -> model.map(key.model()::equals).orElse(true)));
  }
}
