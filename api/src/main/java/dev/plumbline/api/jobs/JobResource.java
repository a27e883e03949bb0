package dev.plumbline.api.jobs;

import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.problem.Input;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What happens by itself. */
@Path("/api/v1/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs", description = "What happens by itself, once per window of time")
class JobResource {

  private static final int LARGEST = 500;

  private final Jobs jobs;
  private final CurrentCaller caller;

  JobResource(Jobs jobs, CurrentCaller caller) {
    this.jobs = jobs;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Permissions.JOBS_READ)
  @Operation(summary = "Lists jobs by name, each with its latest run")
  public JobView.All list() {
    return new JobView.All(jobs.list(caller.get()));
  }

  @GET
  @Path("/{name}/runs")
  @PermissionsAllowed(Permissions.JOBS_READ)
  @Operation(summary = "Lists the runs of one, the latest first")
  public JobRunView.All runs(@RestPath String name, @RestQuery @DefaultValue("50") String limit) {
    int most = Input.read("limit", () -> Integer.parseInt(limit));
    if (most < 1 || most > LARGEST) {
      throw Input.refused("limit", "a limit is a number from 1 to " + LARGEST);
    }
    return new JobRunView.All(jobs.runs(caller.get(), name, most));
  }

  @POST
  @Path("/{name}/runs")
  @PermissionsAllowed(Permissions.JOBS_OPERATE)
  @Operation(
      summary = "Asks for a run beside the windows",
      description = "Asked for twice within a minute, it is one run.")
  public Response ask(@RestPath String name) {
    return Response.accepted(jobs.ask(caller.get(), name)).build();
  }
}
