package dev.plumbline.api.rollbacks;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.models.Deployments;
import dev.plumbline.api.models.RegisteredDeployment;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.problem.ProblemException;
import dev.plumbline.api.registry.DeploymentRequest;
import dev.plumbline.api.registry.Given;
import dev.plumbline.api.web.Section;
import dev.plumbline.api.web.Shells;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Deployments for people, and whether one can go back: there, and in every application. */
@Path("/deployments")
@Produces(MediaType.TEXT_HTML)
class DeploymentsPage {

  private static final String PATH = "/deployments";
  private static final int SHOWN = 500;
  private static final int LONGEST_REASON = 2_000;
  private static final Map<String, String> DONE =
      Map.of(
          "added", "The deployment is registered.",
          "moved", "The move is written down. The model before stays as the way back.",
          "removed", "The deployment counts as gone. Its history stays.");

  private final Template page;
  private final Shells shells;
  private final Deployments deployments;
  private final RollbackList list;
  private final DeploymentMoves moves;
  private final CurrentCaller caller;

  DeploymentsPage(
      @Location("deployments/page") Template page,
      Shells shells,
      Deployments deployments,
      RollbackList list,
      DeploymentMoves moves,
      CurrentCaller caller) {
    this.page = page;
    this.shells = shells;
    this.deployments = deployments;
    this.list = list;
    this.moves = moves;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Permissions.MODELS_READ)
  public String show(@RestQuery @DefaultValue("") String done) {
    return render(caller.allowed(Permissions.MODELS_READ), DONE.getOrDefault(done, ""), "");
  }

  private String render(Caller reader, String done, String wrong) {
    List<Place> places = list.places(reader.organisation());
    List<Place> shown = places.subList(0, Math.min(SHOWN, places.size()));
    Map<UUID, RegisteredDeployment> registered =
        deployments.all(reader.organisation()).stream()
            .collect(Collectors.toMap(RegisteredDeployment::id, Function.identity()));
    return page.data("shell", shells.of(Section.MODELS, "Deployments and rollback"))
        .data(
            "rows",
            list.views(reader.organisation(), shown).stream()
                .map(view -> PlaceRow.of(view, registered.get(view.id())))
                .toList())
        .data("more", places.size() > shown.size())
        .data("mayWrite", reader.grants().holds(Permissions.MODELS_WRITE, Optional.empty()))
        .data("done", done)
        .data("wrong", wrong)
        .render();
  }

  @POST
  @PermissionsAllowed(Permissions.MODELS_WRITE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response add(MultivaluedMap<String, String> form) {
    Caller by = caller.allowed(Permissions.MODELS_WRITE);
    return attempt(
        by,
        () -> {
          DeploymentRequest request =
              new DeploymentRequest(
                  form.getFirst("provider"),
                  form.getFirst("account"),
                  form.getFirst("name"),
                  form.getFirst("model"),
                  form.getFirst("region"),
                  form.getFirst("type"),
                  null,
                  form.getFirst("version_upgrade"),
                  form.getFirst("environment"));
          deployments.register(by.organisation(), by.actor(), request.toDeployment());
          return done("added");
        });
  }

  /** The form's {@code action}: move or remove. */
  @POST
  @Path("/{id}")
  @PermissionsAllowed(Permissions.MODELS_WRITE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response act(@RestPath String id, MultivaluedMap<String, String> form) {
    Caller by = caller.allowed(Permissions.MODELS_WRITE);
    UUID deployment = Given.id("id", id);
    String action = String.valueOf(form.getFirst("action"));
    return attempt(
        by,
        () -> {
          if (action.equals("remove")) {
            deployments.remove(by.organisation(), by.actor(), deployment);
            return done("removed");
          }
          if (action.equals("move")) {
            return moves
                .move(by, deployment, wish(form))
                .map(change -> to("/changes/" + change))
                .orElseGet(() -> done("moved"));
          }
          throw Input.refused("action", "not move or remove");
        });
  }

  private static DeploymentMoves.Wish wish(MultivaluedMap<String, String> form) {
    String model = Given.text("model", form.getFirst("model"), 1_024);
    String reason = Given.text("reason", form.getFirst("reason"), LONGEST_REASON);
    String day = Given.text("switch_date", form.getFirst("switch_date"), 10);
    return new DeploymentMoves.Wish(
        model, reason, Input.read("switch_date", () -> LocalDate.parse(day)));
  }

  private Response attempt(Caller by, Attempt attempt) {
    try {
      return attempt.run();
    } catch (ProblemException e) {
      if (e.problem().code().status() == 404) {
        throw e;
      }
      return Response.status(e.problem().code().status())
          .entity(render(by, "", e.problem().sentence()))
          .build();
    }
  }

  private interface Attempt {
    Response run();
  }

  private static Response done(String what) {
    return to(PATH + "?done=" + what);
  }

  private static Response to(String address) {
    return Response.seeOther(URI.create(address)).build();
  }

  /**
   * A place as a person reads it.
   *
   * @param environment of a deployment; empty where nobody said
   * @param approval whether a move needs somebody else's approval
   */
  record PlaceRow(
      RollbackView view,
      boolean deployment,
      String environment,
      boolean approval,
      String where,
      String verified,
      String looked) {

    static PlaceRow of(RollbackView view, @Nullable RegisteredDeployment registered) {
      boolean deployment = view.kind().equals("deployment") && registered != null;
      return new PlaceRow(
          view,
          deployment,
          deployment
              ? registered.deployment().environment().map(each -> each.label()).orElse("")
              : "",
          deployment && DeploymentMoves.needsApproval(registered.deployment()),
          deployment ? registered.deployment().region().orElse("") : "",
          view.verifiedAt() == null ? "never" : view.verifiedAt().toString().substring(0, 10),
          view.look() == null ? "" : view.look().at().toString().substring(0, 10));
    }

    /** Of the verdict. */
    public String tone() {
      if (view.previousModel() == null) {
        return "tone-plain";
      }
      return view.possible() ? "tone-good" : "tone-bad";
    }
  }
}
