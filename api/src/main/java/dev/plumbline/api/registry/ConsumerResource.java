package dev.plumbline.api.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.lists.Listed;
import dev.plumbline.api.lists.Slice;
import dev.plumbline.api.models.ConsumerView;
import dev.plumbline.api.models.Consumers;
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
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The applications that call models. */
@Path("/api/v1/consumers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Models")
class ConsumerResource {

  private final Consumers consumers;
  private final Visits visits;

  ConsumerResource(Consumers consumers, Visits visits) {
    this.consumers = consumers;
    this.visits = visits;
  }

  /** Some of the consumers. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ConsumerPage")
  record ConsumerPage(
      List<ConsumerView> consumers,
      @Schema(description = "give it as after to read on; absent at the end")
          @Nullable String next) {}

  @GET
  @PermissionsAllowed(Permissions.MODELS_READ)
  @Operation(summary = "Lists applications by name and environment, archived ones included")
  public ConsumerPage list(
      @RestQuery @DefaultValue(Slice.DEFAULT_LIMIT) @Parameter(description = "at most 500")
          String limit,
      @RestQuery @Parameter(description = "what the page before says as next")
          Optional<String> after) {
    Listed<ConsumerView> found =
        consumers.list(visits.reading(), Slice.of(limit, after)).as(ConsumerView::of);
    return new ConsumerPage(found.entries(), found.next().orElse(null));
  }

  @GET
  @Path("/{id}")
  @PermissionsAllowed(Permissions.MODELS_READ)
  @Operation(summary = "Shows one")
  public ConsumerView show(@RestPath String id) {
    return ConsumerView.of(consumers.get(visits.reading(), Given.id("id", id)));
  }

  @POST
  @PermissionsAllowed(Permissions.MODELS_WRITE)
  @Operation(
      summary = "Registers an application",
      description = "409 when it is registered for that environment already.")
  public Response add(ConsumerRequest request) {
    Caller by = visits.writing();
    ConsumerView added =
        ConsumerView.of(
            consumers.add(by.organisation(), by.actor(), Given.body(request).toConsumer()));
    return Response.created(URI.create("/api/v1/consumers/" + added.id())).entity(added).build();
  }

  @PATCH
  @Path("/{id}")
  @PermissionsAllowed(Permissions.MODELS_WRITE)
  @Operation(summary = "Changes what is known about one, or says that it no longer runs")
  public ConsumerView change(@RestPath String id, ConsumerRequest request) {
    Caller by = visits.writing();
    return ConsumerView.of(
        consumers.change(
            by.organisation(), by.actor(), Given.id("id", id), Given.body(request).toChange()));
  }
}
