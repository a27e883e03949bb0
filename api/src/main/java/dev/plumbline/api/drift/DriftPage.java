package dev.plumbline.api.drift;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.lists.Slice;
import dev.plumbline.api.probes.PlanView;
import dev.plumbline.api.probes.Suites;
import dev.plumbline.api.probes.Target;
import dev.plumbline.api.probes.Targets;
import dev.plumbline.api.probes.TrafficRequest;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.api.problem.ProblemException;
import dev.plumbline.api.syncs.AccountView;
import dev.plumbline.api.syncs.Accounts;
import dev.plumbline.api.web.Field;
import dev.plumbline.api.web.Section;
import dev.plumbline.api.web.Shells;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** Watched models for people: where they stand, and how strong the evidence is. */
@Path("/drift")
@Produces(MediaType.TEXT_HTML)
class DriftPage {

  private static final Slice SUITES = Slice.of("500", Optional.empty());

  private final Template list;
  private final Template detail;
  private final Template verdict;
  private final Shells shells;
  private final DriftScreens screens;
  private final Targets targets;
  private final Suites suites;
  private final Accounts accounts;
  private final Rehearsals rehearsals;
  private final CurrentCaller caller;

  DriftPage(
      @Location("drift/list") Template list,
      @Location("drift/detail") Template detail,
      @Location("drift/verdict") Template verdict,
      Shells shells,
      DriftScreens screens,
      Targets targets,
      Suites suites,
      Accounts accounts,
      Rehearsals rehearsals,
      CurrentCaller caller) {
    this.list = list;
    this.detail = detail;
    this.verdict = verdict;
    this.shells = shells;
    this.screens = screens;
    this.targets = targets;
    this.suites = suites;
    this.accounts = accounts;
    this.rehearsals = rehearsals;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Permissions.MODELS_READ)
  public String show() {
    return list(TargetForm.empty(accounts()), Optional.empty(), Optional.empty());
  }

  /** Shows what a budget pays for, or adds the target; nothing is asked before it is started. */
  @POST
  @PermissionsAllowed(Permissions.MODELS_WRITE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response add(MultivaluedMap<String, String> sent) {
    TargetForm form = TargetForm.of(sent, accounts());
    try {
      if ("plan".equals(sent.getFirst("action"))) {
        PlanView plan = PlanView.of(targets.plan(caller.get(), form.toRequest()));
        return Response.ok(list(form, Optional.of(plan), Optional.empty())).build();
      }
      Target added = targets.add(caller.get(), form.toRequest());
      return Response.seeOther(URI.create("/drift/" + added.id())).build();
    } catch (ProblemException e) {
      return Response.status(e.problem().code().status())
          .entity(list(form, Optional.empty(), Optional.of(e.problem())))
          .build();
    }
  }

  private String list(TargetForm form, Optional<PlanView> plan, Optional<Problem> refused) {
    List<Field> fields = new ArrayList<>(form.fields(refused));
    fields.add(form.suite(suites.list(caller.get(), SUITES).entries(), refused));
    return list.data("shell", shells.of(Section.DRIFT, "Drift"))
        .data("rows", screens.rows(caller.get()))
        .data("fields", fields)
        .data("hasAccount", !form.accounts().isEmpty())
        .data("plan", plan.orElse(null))
        .data("wrong", refused.map(Problem::detail).orElse(""))
        .data("mayWrite", mayWrite())
        .render();
  }

  /** Of a reader who may not see accounts none. */
  private List<AccountView> accounts() {
    Caller reader = caller.get();
    return reader.grants().holds(Permissions.PROVIDERS_READ, Optional.empty())
        ? accounts.list(reader)
        : List.of();
  }

  @GET
  @Path("/{id}")
  @PermissionsAllowed(Permissions.MODELS_READ)
  public String show(@RestPath String id) {
    TrafficForm traffic = TrafficForm.of(targets.show(caller.get(), uuid(id)).traffic());
    return detail(id, traffic.fields(Optional.empty()));
  }

  private String detail(String id, List<Field> volume) {
    var screen = screens.detail(caller.get(), uuid(id));
    return detail
        .data("shell", shells.of(Section.DRIFT, screen.row().name()))
        .data("screen", screen)
        .data("volume", volume)
        .data("rehearsal", rehearsals.last(caller.get(), uuid(id)).orElse(null))
        .data("mayWrite", mayWrite())
        .render();
  }

  @POST
  @Path("/{id}")
  @PermissionsAllowed(Permissions.MODELS_WRITE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response change(@RestPath String id, MultivaluedMap<String, String> sent) {
    String action = Objects.requireNonNullElse(sent.getFirst("action"), "");
    switch (action) {
      case "traffic" -> {
        return enterTraffic(id, TrafficForm.of(sent));
      }
      case "start" -> targets.start(caller.get(), uuid(id));
      case "pause" -> targets.pause(caller.get(), uuid(id));
      case "baseline" -> targets.acceptBaseline(caller.get(), uuid(id));
      default -> throw Input.refused("action", "start, pause, baseline or traffic is needed");
    }
    return changed(id);
  }

  private Response enterTraffic(String id, TrafficForm form) {
    try {
      targets.enterTraffic(
          caller.get(), uuid(id), form.toRequest().orElseGet(TrafficRequest::nothing));
      return changed(id);
    } catch (ProblemException e) {
      if (e.problem().field().isEmpty()) {
        throw e;
      }
      return Response.status(e.problem().code().status())
          .entity(detail(id, form.fields(Optional.of(e.problem()))))
          .build();
    }
  }

  private static Response changed(String id) {
    return Response.seeOther(URI.create("/drift/" + uuid(id))).build();
  }

  @GET
  @Path("/verdicts/{id}")
  @PermissionsAllowed(Permissions.MODELS_READ)
  public String verdict(@RestPath String id) {
    var screen = screens.verdict(caller.get(), uuid(id));
    return verdict
        .data("shell", shells.of(Section.DRIFT, "Verdict"))
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
