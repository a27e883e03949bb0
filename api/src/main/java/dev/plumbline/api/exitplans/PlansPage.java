package dev.plumbline.api.exitplans;

import dev.plumbline.api.changes.Given;
import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.problem.ProblemException;
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
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Exit plans for people: all of them, and one with its forms. */
@Path("/exit-plans")
class PlansPage {

  private final ExitPlans plans;
  private final PlanScreens screens;
  private final PlanForms forms;
  private final CurrentCaller caller;

  PlansPage(ExitPlans plans, PlanScreens screens, PlanForms forms, CurrentCaller caller) {
    this.plans = plans;
    this.screens = screens;
    this.forms = forms;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Permissions.PLANS_READ)
  @Produces(MediaType.TEXT_HTML)
  public String list(
      @RestQuery @DefaultValue("false") boolean closed,
      @RestQuery @DefaultValue("") String provider,
      @RestQuery @DefaultValue("") String model) {
    return screens.list(closed, new TypedPlan(provider, model, "", "", "", ""), "");
  }

  /** Begins a plan. */
  @POST
  @PermissionsAllowed(Permissions.PLANS_WRITE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  public Response create(MultivaluedMap<String, String> form) {
    FormFields fields = new FormFields(form);
    try {
      PlanView added =
          plans.create(
              caller.get(),
              Given.model("plan", fields.text("provider"), fields.text("model")),
              fields.facts(),
              List.of());
      return Response.seeOther(URI.create("/exit-plans/" + added.id())).build();
    } catch (ProblemException e) {
      return Response.status(e.problem().code().status())
          .entity(screens.list(false, fields.typedPlan(), e.problem().sentence()))
          .build();
    }
  }

  @GET
  @Path("/{id}")
  @PermissionsAllowed(Permissions.PLANS_READ)
  @Produces(MediaType.TEXT_HTML)
  public String show(@RestPath String id, @RestQuery @DefaultValue("") String done) {
    return screens.plan(plans.show(caller.get(), Given.id(id)), "", done);
  }

  /** All forms of one plan; the field {@code do} says which. */
  @POST
  @Path("/{id}")
  @PermissionsAllowed(Permissions.PLANS_WRITE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  public Response work(@RestPath String id, MultivaluedMap<String, String> form) {
    UUID plan = Given.id(id);
    plans.show(caller.get(), plan); // 404 before anything is read of the form
    try {
      String done = forms.act(caller.get(), plan, new FormFields(form));
      return Response.seeOther(URI.create("/exit-plans/%s?done=%s".formatted(plan, done))).build();
    } catch (ProblemException e) {
      return Response.status(e.problem().code().status())
          .entity(screens.plan(plans.show(caller.get(), plan), e.problem().sentence(), ""))
          .build();
    }
  }
}
