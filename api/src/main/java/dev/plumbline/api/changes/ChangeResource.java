package dev.plumbline.api.changes;

import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
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
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Changes of model: ask, prove, decide. */
@Path("/api/v1/changes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Model changes", description = "Asked for by one person, approved by another")
class ChangeResource {

  private static final int LARGEST = 500;
  private static final int LAST_PAGE = 1_000_000;

  private final Changes changes;
  private final Rollbacks rollbacks;
  private final CurrentCaller caller;
  private final Clock clock;

  ChangeResource(Changes changes, Rollbacks rollbacks, CurrentCaller caller, Clock clock) {
    this.changes = changes;
    this.rollbacks = rollbacks;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @PermissionsAllowed(Permissions.PLANS_READ)
  @Operation(summary = "Lists changes, newest first")
  public ChangePage list(
      @RestQuery @DefaultValue("100") String limit, @RestQuery @DefaultValue("0") String page) {
    return new ChangePage(
        changes.list(
            caller.get(), number("limit", limit, 1, LARGEST), number("page", page, 0, LAST_PAGE)));
  }

  private static int number(String field, String text, int least, int most) {
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw Input.refused(field, "a number from %d to %d".formatted(least, most));
  }

  @GET
  @Path("/{id}")
  @PermissionsAllowed(Permissions.PLANS_READ)
  @Operation(summary = "Shows one with its history", description = "And whether one could go back.")
  public ChangeView show(@RestPath String id) {
    return changes.show(caller.get(), Given.id(id));
  }

  @POST
  @PermissionsAllowed(Permissions.PLANS_WRITE)
  @Operation(summary = "Asks for a change", description = "Takes a signed-in person, not a token.")
  public Response request(NewChange request) {
    RecordedChange added =
        changes.request(caller.get(), Given.body(request).toRequest(), Optional.empty(), List.of());
    return Response.created(URI.create("/api/v1/changes/" + added.id()))
        .entity(changes.view(caller.organisation(), added))
        .build();
  }

  @POST
  @Path("/{id}/evidence")
  @PermissionsAllowed(Permissions.PLANS_WRITE)
  @Operation(summary = "Attaches evidence", description = "Name, link, hash and note.")
  public ChangeView attach(@RestPath String id, EvidenceRequest request) {
    return changes.attach(caller.get(), Given.id(id), Given.body(request).toEvidence());
  }

  @POST
  @Path("/{id}/waivers")
  @PermissionsAllowed(Permissions.PLANS_APPROVE)
  @Operation(summary = "Answers for an objection until a day")
  public ChangeView waive(@RestPath String id, WaiverRequest request) {
    return changes.waive(caller.get(), Given.id(id), Given.body(request));
  }

  @POST
  @Path("/{id}/approve")
  @PermissionsAllowed(Permissions.PLANS_APPROVE)
  @Operation(
      summary = "Approves",
      description =
          "By another person than its author; 409 names every reason against it, the date on which"
              + " the model to go back to ends among them.")
  public ChangeView approve(@RestPath String id, TextRequest request) {
    String note = Given.textIfAny("reason", Given.body(request).reason()).orElse("");
    return changes.approve(caller.get(), Given.id(id), note);
  }

  @POST
  @Path("/{id}/refuse")
  @PermissionsAllowed(Permissions.PLANS_APPROVE)
  @Operation(summary = "Refuses, with the reason")
  public ChangeView refuse(@RestPath String id, TextRequest request) {
    return changes.refuse(
        caller.get(), Given.id(id), Given.text("reason", Given.body(request).reason()));
  }

  @POST
  @Path("/{id}/withdraw")
  @PermissionsAllowed(Permissions.PLANS_WRITE)
  @Operation(summary = "Takes one's own request back, approved or not")
  public ChangeView withdraw(@RestPath String id, TextRequest request) {
    return changes.withdraw(
        caller.get(), Given.id(id), Given.text("reason", Given.body(request).reason()));
  }

  @POST
  @Path("/proofs")
  @PermissionsAllowed(Permissions.PLANS_WRITE)
  @Operation(
      summary = "Notes that a model answered",
      description = "Plumbline calls none: whoever did says when. It counts for seven days.")
  public Response prove(ProofRequest request) {
    ProofRequest given = Given.body(request);
    ProofView added =
        rollbacks.prove(
            caller.get(),
            Given.model("proof", given.provider(), given.model()),
            given.checkedMoment(clock.instant()),
            Given.textIfAny("note", given.note()).orElse(""));
    return Response.status(Response.Status.CREATED).entity(added).build();
  }
}
