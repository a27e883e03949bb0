package dev.plumbline.api.registry;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.lists.Listed;
import dev.plumbline.api.lists.Slice;
import dev.plumbline.api.models.ModelRegistration;
import dev.plumbline.api.models.ModelRegistration.Outcome;
import dev.plumbline.api.models.ModelView;
import dev.plumbline.api.models.Models;
import dev.plumbline.api.models.ModelsInUse;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.lifecycle.registry.RegisteredModel;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The fine-tuned models of the caller's organisation. */
@Path("/api/v1/models")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Models", description = "What an organisation runs: models, deployments, consumers")
class ModelResource {

  private final Models models;
  private final ModelsInUse inUse;
  private final ModelDetails details;
  private final ModelDates dates;
  private final Visits visits;
  private final Clock clock;

  ModelResource(
      Models models,
      ModelsInUse inUse,
      ModelDetails details,
      ModelDates dates,
      Visits visits,
      Clock clock) {
    this.models = models;
    this.inUse = inUse;
    this.details = details;
    this.dates = dates;
    this.visits = visits;
    this.clock = clock;
  }

  @GET
  @PermissionsAllowed(Permissions.MODELS_READ)
  @Operation(summary = "Lists fine-tuned models with both clocks, by provider and name")
  public ModelsPageView list(
      @RestQuery @DefaultValue(Slice.DEFAULT_LIMIT) @Parameter(description = "at most 500")
          String limit,
      @RestQuery @Parameter(description = "what the page before says as next")
          Optional<String> after) {
    Organisation organisation = visits.reading();
    Listed<RegisteredModel> found = models.list(organisation, Slice.of(limit, after));
    return new ModelsPageView(
        details.entries(organisation, found.entries()), found.next().orElse(null));
  }

  @GET
  @Path("/in-use")
  @PermissionsAllowed(Permissions.MODELS_READ)
  @Operation(
      summary = "Lists what the organisation depends on",
      description = "Registered fine-tunes, what deployments serve, and what consumers call.")
  public List<InUseView> inUse() {
    Organisation organisation = visits.reading();
    return inUse.of(organisation).stream()
        .map(
            used ->
                InUseView.of(
                    used,
                    EndView.of(
                        dates.of(organisation, used.key(), used.base()).inferenceEnd(),
                        dates.today())))
        .toList();
  }

  @GET
  @Path("/names")
  @PermissionsAllowed(Permissions.MODELS_SCAN)
  @Operation(
      summary = "Lists the names of all registered models",
      description = "For a scan, which tells a fine-tune that nobody registered.")
  public List<String> names() {
    return models.all(visits.scanning()).stream().map(each -> each.key().model()).toList();
  }

  @GET
  @Path("/{id}")
  @PermissionsAllowed(Permissions.MODELS_READ)
  @Operation(summary = "Shows one with its dates, line, callers, deployments and evidence")
  public ModelDetailView show(@RestPath String id) {
    UUID wanted = Given.id("id", id);
    return details.of(visits.reading(), wanted);
  }

  @POST
  @PermissionsAllowed(Permissions.MODELS_WRITE)
  @Operation(
      summary = "Registers a model",
      description =
          "By provider and name: 201 for a new one, 200 for one that is there, which keeps what the"
              + " request leaves out.")
  public Response register(ModelRequest request) {
    Caller by = visits.writing();
    ModelRequest given = Given.body(request);
    ModelRegistration done =
        models.register(by.organisation(), by.actor(), given.toFacts(), given.found(now()));
    ModelView view = ModelView.of(done.model());
    return done.outcome() == Outcome.ADDED
        ? Response.created(URI.create("/api/v1/models/" + view.id())).entity(view).build()
        : Response.ok(view).build();
  }

  @PATCH
  @Path("/{id}")
  @PermissionsAllowed(Permissions.MODELS_WRITE)
  @Operation(
      summary = "Changes what is known about one",
      description = "What is left out stays; an empty text takes it away. The name stays.")
  public ModelView change(@RestPath String id, ModelRequest request) {
    Caller by = visits.writing();
    ModelRequest given = Given.body(request);
    return ModelView.of(
        models.change(by.organisation(), by.actor(), Given.id("id", id), given::changed));
  }

  @POST
  @Path("/{id}/state")
  @PermissionsAllowed(Permissions.MODELS_WRITE)
  @Operation(
      summary = "Takes one to another state",
      description =
          "409 when that state cannot follow on the present one; the answer says which can.")
  public ModelView move(@RestPath String id, StateRequest request) {
    Caller by = visits.writing();
    StateRequest given = Given.body(request);
    return ModelView.of(
        models.move(by.organisation(), by.actor(), Given.id("id", id), given.toMove(now())));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
