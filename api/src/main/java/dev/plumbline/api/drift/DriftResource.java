package dev.plumbline.api.drift;

import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.lists.Slice;
import dev.plumbline.api.probes.NewTarget;
import dev.plumbline.api.probes.PlanView;
import dev.plumbline.api.probes.Probing;
import dev.plumbline.api.probes.RunView;
import dev.plumbline.api.probes.TargetView;
import dev.plumbline.api.probes.Targets;
import dev.plumbline.api.probes.TrafficRequest;
import dev.plumbline.api.problem.Input;
import dev.plumbline.lifecycle.probe.plan.Work;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

/** Models that are watched. */
@Path("/api/v1/drift")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Drift", description = "Whether watched models are still the same")
class DriftResource {

  private final Targets targets;
  private final Probing probing;
  private final DriftReadings readings;
  private final CurrentCaller caller;

  DriftResource(Targets targets, Probing probing, DriftReadings readings, CurrentCaller caller) {
    this.targets = targets;
    this.probing = probing;
    this.readings = readings;
    this.caller = caller;
  }

  /** One page. */
  record Page(List<TargetView> targets, @Nullable String next) {}

  /** Which work is asked now. */
  record Wanted(@Nullable String work) {}

  @POST
  @Path("/plan")
  @PermissionsAllowed(Permissions.MODELS_READ)
  @Operation(
      summary = "Shows what a budget pays for; nothing is kept and nothing is asked",
      description =
          "A model without a known price gives status impossible with the reason, never a plan"
              + " with a guess.")
  public PlanView plan(@Nullable NewTarget wanted) {
    return PlanView.of(targets.plan(caller.get(), given(wanted)));
  }

  @GET
  @Path("/targets")
  @PermissionsAllowed(Permissions.MODELS_READ)
  @Operation(summary = "Lists targets by name")
  public Page list(
      @RestQuery @DefaultValue(Slice.DEFAULT_LIMIT) String limit,
      @RestQuery Optional<String> after) {
    var found = targets.list(caller.get(), Slice.of(limit, after)).as(TargetView::of);
    return new Page(found.entries(), found.next().orElse(null));
  }

  @POST
  @Path("/targets")
  @PermissionsAllowed(Permissions.MODELS_WRITE)
  @Operation(summary = "Adds a target; nothing is asked before it is started")
  @APIResponse(responseCode = "409", description = "there is no plan for it, or the name is taken")
  public Response add(@Nullable NewTarget wanted) {
    TargetView added = TargetView.of(targets.add(caller.get(), given(wanted)));
    return Response.created(URI.create("/api/v1/drift/targets/" + added.id()))
        .entity(added)
        .build();
  }

  @GET
  @Path("/targets/{id}")
  @PermissionsAllowed(Permissions.MODELS_READ)
  @Operation(summary = "Shows one")
  public TargetView show(@RestPath String id) {
    return TargetView.of(targets.show(caller.get(), uuid(id)));
  }

  @POST
  @Path("/targets/{id}/start")
  @Consumes(MediaType.WILDCARD)
  @PermissionsAllowed(Permissions.MODELS_WRITE)
  @Operation(summary = "Begins to ask, which costs money")
  public TargetView start(@RestPath String id) {
    return TargetView.of(targets.start(caller.get(), uuid(id)));
  }

  @POST
  @Path("/targets/{id}/pause")
  @Consumes(MediaType.WILDCARD)
  @PermissionsAllowed(Permissions.MODELS_WRITE)
  @Operation(summary = "Asks nothing until it is started again")
  public TargetView pause(@RestPath String id) {
    return TargetView.of(targets.pause(caller.get(), uuid(id)));
  }

  @POST
  @Path("/targets/{id}/baseline")
  @Consumes(MediaType.WILDCARD)
  @PermissionsAllowed(Permissions.MODELS_WRITE)
  @Operation(summary = "Accepts the model as it is now as what later answers are compared with")
  public TargetView accept(@RestPath String id) {
    return TargetView.of(targets.acceptBaseline(caller.get(), uuid(id)));
  }

  @PUT
  @Path("/targets/{id}/traffic")
  @PermissionsAllowed(Permissions.MODELS_WRITE)
  @Operation(
      summary = "Enters how much the model is used",
      description = "With it a verdict says what a change costs a month.")
  public TargetView traffic(@RestPath String id, @Nullable TrafficRequest entered) {
    return TargetView.of(targets.enterTraffic(caller.get(), uuid(id), given(entered)));
  }

  @GET
  @Path("/targets/{id}/runs")
  @PermissionsAllowed(Permissions.MODELS_READ)
  @Operation(summary = "Lists runs, the newest first")
  public List<RunView> runs(
      @RestPath String id, @RestQuery @DefaultValue(Slice.DEFAULT_LIMIT) String limit) {
    return readings.runs(caller.get(), uuid(id), Slice.of(limit, Optional.empty()).limit());
  }

  @POST
  @Path("/targets/{id}/runs")
  @PermissionsAllowed(Permissions.MODELS_WRITE)
  @Operation(summary = "Asks beside the schedule, within the month's budget")
  @APIResponse(responseCode = "202", description = "it is carried out within a minute")
  public Response ask(@RestPath String id, @Nullable Wanted wanted) {
    String work = given(wanted).work() == null ? "tripwire" : String.valueOf(wanted.work());
    RunView run =
        RunView.of(
            probing.ask(
                caller.get(),
                uuid(id),
                Work.find(work)
                    .orElseThrow(
                        () -> Input.refused("work", "tripwire, tasks or open is needed"))));
    return Response.accepted(run).build();
  }

  @GET
  @Path("/targets/{id}/spending")
  @PermissionsAllowed(Permissions.MODELS_READ)
  @Operation(summary = "Shows what was spent this month, at most")
  public SpendingView spending(@RestPath String id) {
    return readings.spending(caller.get(), uuid(id));
  }

  @GET
  @Path("/targets/{id}/standing")
  @PermissionsAllowed(Permissions.MODELS_READ)
  @Operation(summary = "Shows what is known at present")
  public List<StandingView> standing(@RestPath String id) {
    return readings.standings(caller.get(), uuid(id));
  }

  @GET
  @Path("/targets/{id}/verdicts")
  @PermissionsAllowed(Permissions.MODELS_READ)
  @Operation(summary = "Lists verdicts, the newest first: one for every change of what is known")
  public List<VerdictView> verdicts(
      @RestPath String id, @RestQuery @DefaultValue(Slice.DEFAULT_LIMIT) String limit) {
    return readings.verdicts(caller.get(), uuid(id), Slice.of(limit, Optional.empty()).limit());
  }

  @GET
  @Path("/verdicts/{id}/evidence")
  @PermissionsAllowed(Permissions.MODELS_READ)
  @Operation(
      summary = "Downloads the evidence of a verdict",
      description = "The file is enough to compute the verdict again: plumbline drift recompute.")
  public Response evidence(@RestPath String id) {
    UUID verdict = uuid(id);
    return Response.ok(readings.evidence(caller.get(), verdict))
        .header("Content-Disposition", "attachment; filename=\"drift-%s.json\"".formatted(verdict))
        .build();
  }

  @GET
  @Path("/verdicts/{id}/report")
  @Produces("text/markdown;charset=UTF-8")
  @PermissionsAllowed(Permissions.MODELS_READ)
  @Operation(
      summary = "Downloads the evidence of a verdict for people, as Markdown",
      description = "The same text as plumbline drift recompute FILE --format markdown.")
  public Response report(@RestPath String id) {
    UUID verdict = uuid(id);
    return Response.ok(readings.report(caller.get(), verdict))
        .header("Content-Disposition", "attachment; filename=\"drift-%s.md\"".formatted(verdict))
        .build();
  }

  private static <T> T given(@Nullable T body) {
    if (body == null) {
      throw Input.refused("body", "the body is empty");
    }
    return body;
  }

  private static UUID uuid(String text) {
    return Input.read("id", () -> UUID.fromString(text));
  }
}
