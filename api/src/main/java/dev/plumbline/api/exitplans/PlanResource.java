package dev.plumbline.api.exitplans;

import dev.plumbline.api.changes.EvidenceRequest;
import dev.plumbline.api.changes.Given;
import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
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
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Exit plans: begin, compare, choose, work through, close. */
@Path("/api/v1/exit-plans")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Exit plans", description = "How to leave a fine-tune that ends, and what it costs")
class PlanResource {

  private final ExitPlans plans;
  private final CurrentCaller caller;

  PlanResource(ExitPlans plans, CurrentCaller caller) {
    this.plans = plans;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Permissions.PLANS_READ)
  @Operation(
      summary = "Lists plans, the most urgent first",
      description = "By days left, monthly spend and missing golden outputs.")
  public PlanList list(@RestQuery @DefaultValue("false") boolean closed) {
    return new PlanList(plans.list(caller.get(), closed));
  }

  @GET
  @Path("/{id}")
  @PermissionsAllowed(Permissions.PLANS_READ)
  @Operation(
      summary = "Shows one as of today",
      description = "Every amount opens up to published prices and their sources.")
  public PlanView show(@RestPath String id) {
    return plans.show(caller.get(), Given.id(id));
  }

  @POST
  @PermissionsAllowed(Permissions.PLANS_WRITE)
  @Operation(summary = "Begins a plan", description = "409 when the model has an open one.")
  public Response create(NewPlan request) {
    NewPlan given = Given.body(request);
    PlanView added =
        plans.create(
            caller.get(), given.checkedModel(), given.checkedFacts(), given.checkedCandidates());
    return Response.created(URI.create("/api/v1/exit-plans/" + added.id())).entity(added).build();
  }

  @PUT
  @Path("/{id}/facts")
  @PermissionsAllowed(Permissions.PLANS_WRITE)
  @Operation(summary = "Replaces what was entered", description = "Open steps get new days.")
  public PlanView enter(@RestPath String id, PlanFacts facts) {
    return plans.enter(caller.get(), Given.id(id), Given.body(facts));
  }

  @POST
  @Path("/{id}/candidates")
  @PermissionsAllowed(Permissions.PLANS_WRITE)
  @Operation(summary = "Adds a candidate")
  public PlanView addCandidate(@RestPath String id, CandidateFacts facts) {
    return plans.addCandidate(caller.get(), Given.id(id), Given.body(facts));
  }

  @DELETE
  @Path("/{id}/candidates/{candidate}")
  @PermissionsAllowed(Permissions.PLANS_WRITE)
  @Operation(summary = "Removes a candidate that is not chosen")
  public PlanView removeCandidate(@RestPath String id, @RestPath String candidate) {
    return plans.removeCandidate(caller.get(), Given.id(id), candidate);
  }

  @PUT
  @Path("/{id}/golden-set")
  @PermissionsAllowed(Permissions.PLANS_WRITE)
  @Operation(
      summary = "Notes the recorded golden outputs, or waives them",
      description = "How many, their hash and the day; prompts and answers stay with you.")
  public PlanView record(@RestPath String id, GoldenRequest request) {
    return plans.record(caller.get(), Given.id(id), Given.body(request));
  }

  @PUT
  @Path("/{id}/choice")
  @PermissionsAllowed(Permissions.PLANS_WRITE)
  @Operation(
      summary = "Chooses a candidate",
      description =
          "Asks for a model change, which somebody else approves under /api/v1/changes. Takes a"
              + " signed-in person.")
  public PlanView choose(@RestPath String id, ChoiceRequest request) {
    ChoiceRequest given = Given.body(request);
    return plans.choose(
        caller.get(),
        Given.id(id),
        Given.name("candidate", given.candidate()),
        Given.text("reason", given.reason()));
  }

  @POST
  @Path("/{id}/steps")
  @PermissionsAllowed(Permissions.PLANS_WRITE)
  @Operation(summary = "Adds a step of one's own")
  public PlanView addStep(@RestPath String id, StepRequest request) {
    return plans.addStep(caller.get(), Given.id(id), Given.body(request));
  }

  @POST
  @Path("/{id}/steps/{step}")
  @PermissionsAllowed(Permissions.PLANS_WRITE)
  @Operation(
      summary = "Does, skips, signs off, reopens or assigns a step",
      description = "A step is signed off by somebody else than who did it.")
  public PlanView work(@RestPath String id, @RestPath String step, StepRequest request) {
    return plans.work(caller.get(), Given.id(id), step, Given.body(request));
  }

  @POST
  @Path("/{id}/evidence")
  @PermissionsAllowed(Permissions.PLANS_WRITE)
  @Operation(summary = "Attaches evidence", description = "Name, link, hash and note.")
  public PlanView attach(@RestPath String id, EvidenceRequest request) {
    return plans.attach(caller.get(), Given.id(id), Given.body(request));
  }

  @PUT
  @Path("/{id}/switch")
  @PermissionsAllowed(Permissions.PLANS_WRITE)
  @Operation(summary = "Notes that people have switched", description = "409 with what is open.")
  public PlanView switched(@RestPath String id, SwitchRequest request) {
    return plans.switched(caller.get(), Given.id(id), Given.body(request));
  }

  @PUT
  @Path("/{id}/closure")
  @PermissionsAllowed(Permissions.PLANS_WRITE)
  @Operation(summary = "Closes a plan with every proof", description = "409 with what is missing.")
  public PlanView close(@RestPath String id, ClosureRequest request) {
    return plans.close(caller.get(), Given.id(id), Given.body(request));
  }
}
