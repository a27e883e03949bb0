package dev.plumbline.api.registry;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.models.Evidence;
import dev.plumbline.api.models.EvidenceView;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.problem.Input;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.registry.ModelKey;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What proves something about a model, registered or a provider's own; added, never changed. */
@Path("/api/v1/model-evidence")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Models")
class EvidenceResource {

  private final Evidence evidence;
  private final Visits visits;
  private final Clock clock;

  EvidenceResource(Evidence evidence, Visits visits, Clock clock) {
    this.evidence = evidence;
    this.visits = visits;
    this.clock = clock;
  }

  @GET
  @PermissionsAllowed(Permissions.MODELS_READ)
  @Operation(summary = "Lists evidence about one model, the newest first")
  public List<EvidenceView> list(
      @RestQuery @Parameter(example = "openai") @Nullable String provider,
      @RestQuery @Parameter(example = "gpt-4o-2024-08-06") @Nullable String model) {
    Organisation organisation = visits.reading();
    Provider served = Given.provider(provider);
    String name = Given.text("model", model, Given.MODEL);
    ModelKey key = Input.read("model", () -> new ModelKey(served, name));
    return evidence.of(organisation, key).stream().map(EvidenceView::of).toList();
  }

  @POST
  @PermissionsAllowed(Permissions.MODELS_WRITE)
  @Operation(summary = "Adds a piece: an evaluation, or a call that the model answered")
  public Response add(EvidenceRequest request) {
    Caller by = visits.writing();
    EvidenceView added =
        EvidenceView.of(
            evidence.add(
                by.organisation(), by.actor(), Given.body(request).toEvidence(clock.instant())));
    return Response.status(Response.Status.CREATED).entity(added).build();
  }
}
