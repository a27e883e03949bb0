package dev.plumbline.api.drift;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.probes.Targets;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.web.Section;
import dev.plumbline.api.web.Shells;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** Watched models for people: where they stand, and how strong the evidence is. */
@Path("/drift")
@Produces(MediaType.TEXT_HTML)
class DriftPage {

  private final Template list;
  private final Template detail;
  private final Template verdict;
  private final Shells shells;
  private final DriftScreens screens;
  private final Targets targets;
  private final CurrentCaller caller;

  DriftPage(
      @Location("drift/list") Template list,
      @Location("drift/detail") Template detail,
      @Location("drift/verdict") Template verdict,
      Shells shells,
      DriftScreens screens,
      Targets targets,
      CurrentCaller caller) {
    this.list = list;
    this.detail = detail;
    this.verdict = verdict;
    this.shells = shells;
    this.screens = screens;
    this.targets = targets;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Permissions.MODELS_READ)
  public String show() {
    return list.data("shell", shells.of(Section.MODELS, "Drift"))
        .data("rows", screens.rows(caller.get()))
        .render();
  }

  @GET
  @Path("/{id}")
  @PermissionsAllowed(Permissions.MODELS_READ)
  public String show(@RestPath String id) {
    var screen = screens.detail(caller.get(), uuid(id));
    return detail
        .data("shell", shells.of(Section.MODELS, screen.row().name()))
        .data("screen", screen)
        .data("mayWrite", mayWrite())
        .render();
  }

  @POST
  @Path("/{id}")
  @PermissionsAllowed(Permissions.MODELS_WRITE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response change(
      @RestPath String id, @FormParam("action") @DefaultValue("") String action) {
    switch (action) {
      case "start" -> targets.start(caller.get(), uuid(id));
      case "pause" -> targets.pause(caller.get(), uuid(id));
      case "baseline" -> targets.acceptBaseline(caller.get(), uuid(id));
      default -> throw Input.refused("action", "start, pause or baseline is needed");
    }
    return Response.seeOther(URI.create("/drift/" + uuid(id))).build();
  }

  @GET
  @Path("/verdicts/{id}")
  @PermissionsAllowed(Permissions.MODELS_READ)
  public String verdict(@RestPath String id) {
    var screen = screens.verdict(caller.get(), uuid(id));
    return verdict
        .data("shell", shells.of(Section.MODELS, "Verdict"))
        .data("screen", screen)
        .render();
  }

  private boolean mayWrite() {
    Caller reader = caller.get();
    return reader.grants().holds(Permissions.MODELS_WRITE, Optional.empty());
  }

  private static UUID uuid(String text) {
    return Input.read("id", () -> UUID.fromString(text));
  }
}
