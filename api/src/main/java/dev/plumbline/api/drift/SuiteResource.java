package dev.plumbline.api.drift;

import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.lists.Slice;
import dev.plumbline.api.probes.SuiteDetail;
import dev.plumbline.api.probes.SuiteView;
import dev.plumbline.api.probes.Suites;
import dev.plumbline.api.problem.Input;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Suites of probes. */
@Path("/api/v1/probe-suites")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Drift", description = "Whether watched models are still the same")
class SuiteResource {

  private final Suites suites;
  private final CurrentCaller caller;

  SuiteResource(Suites suites, CurrentCaller caller) {
    this.suites = suites;
    this.caller = caller;
  }

  /** One page. */
  record Page(List<SuiteView> suites, @Nullable String next) {}

  @GET
  @PermissionsAllowed(Permissions.MODELS_READ)
  @Operation(summary = "Lists suites by name and version")
  public Page list(
      @RestQuery @DefaultValue(Slice.DEFAULT_LIMIT) String limit,
      @RestQuery Optional<String> after) {
    var found = suites.list(caller.get(), Slice.of(limit, after));
    return new Page(found.entries(), found.next().orElse(null));
  }

  @GET
  @Path("/{id}")
  @PermissionsAllowed(Permissions.MODELS_READ)
  @Operation(summary = "Shows one with its probes")
  public SuiteDetail show(@RestPath String id) {
    return suites.show(caller.get(), Input.read("id", () -> UUID.fromString(id)));
  }

  @POST
  @PermissionsAllowed(Permissions.MODELS_WRITE)
  @Operation(
      summary = "Freezes probes as the next version of a name",
      description =
          "The same content again is the version that is there. A line that is refused is told"
              + " with its number and field, and nothing is kept.")
  @APIResponse(responseCode = "201", description = "the suite")
  @APIResponse(responseCode = "400", description = "a line is refused")
  public Response add(@Nullable NewSuite wanted) {
    if (wanted == null) {
      throw Input.refused("body", "the body is empty");
    }
    SuiteView added = suites.add(caller.get(), wanted.soundName(), wanted.reading());
    return Response.created(URI.create("/api/v1/probe-suites/" + added.id())).entity(added).build();
  }
}
