package dev.plumbline.api.jobs;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Jobs for people: what runs, what came of it, and run it now. */
@Path("/jobs")
@Produces(MediaType.TEXT_HTML)
class JobsPage {

  private static final int SHOWN = 50;

  private final Template list;
  private final Template detail;
  private final Shells shells;
  private final Jobs jobs;
  private final CurrentCaller caller;

  JobsPage(
      @Location("jobs/list") Template list,
      @Location("jobs/detail") Template detail,
      Shells shells,
      Jobs jobs,
      CurrentCaller caller) {
    this.list = list;
    this.detail = detail;
    this.shells = shells;
    this.jobs = jobs;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Permissions.JOBS_READ)
  public String show() {
    return list.data("shell", shells.of(Section.JOBS, "Jobs"))
        .data("jobs", jobs.list(caller.get()))
        .data("mayOperate", mayOperate())
        .render();
  }

  @GET
  @Path("/{name}")
  @PermissionsAllowed(Permissions.JOBS_READ)
  public String show(@RestPath String name, @RestQuery @DefaultValue("") String done) {
    var runs = jobs.runs(caller.get(), name, SHOWN);
    JobView job =
        jobs.list(caller.get()).stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow();
    return detail
        .data("shell", shells.of(Section.JOBS, name))
        .data("job", job)
        .data("runs", runs)
        .data("asked", done.equals("asked"))
        .data("mayOperate", mayOperate())
        .render();
  }

  @POST
  @Path("/{name}")
  @PermissionsAllowed(Permissions.JOBS_OPERATE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response ask(@RestPath String name) {
    jobs.ask(caller.get(), name);
    return Response.seeOther(URI.create("/jobs/" + name + "?done=asked")).build();
  }

  private boolean mayOperate() {
    Caller reader = caller.get();
    return reader.grants().holds(Permissions.JOBS_OPERATE, Optional.empty());
  }
}
