package dev.plumbline.api.registry;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.models.ModelView;
import dev.plumbline.api.models.Models;
import dev.plumbline.api.organisations.Organisation;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.api.problem.ProblemException;
import dev.plumbline.api.web.Section;
import dev.plumbline.api.web.Shells;
import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.registry.ModelKey;
import dev.plumbline.lifecycle.registry.RegisteredModel;
import dev.plumbline.lifecycle.registry.StateKind;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** One model for people: its clocks, where the dates come from, its line, who calls it. */
@Path("/models")
class ModelPage {

  private final Template detail;
  private final Template form;
  private final Shells shells;
  private final ModelDetails details;
  private final ModelDates dates;
  private final Models models;
  private final Visits visits;
  private final Instance<ModelPanel> panels;
  private final Clock clock;

  ModelPage(
      @Location("models/detail") Template detail,
      @Location("models/form") Template form,
      Shells shells,
      ModelDetails details,
      ModelDates dates,
      Models models,
      Visits visits,
      @Any Instance<ModelPanel> panels,
      Clock clock) {
    this.detail = detail;
    this.form = form;
    this.shells = shells;
    this.details = details;
    this.dates = dates;
    this.models = models;
    this.visits = visits;
    this.panels = panels;
    this.clock = clock;
  }

  @GET
  @Path("/{id}")
  @PermissionsAllowed(Permissions.MODELS_READ)
  @Produces(MediaType.TEXT_HTML)
  public String show(@RestPath String id) {
    return page(visits.reading(), Given.id("id", id), "");
  }

  private String page(Organisation organisation, UUID id, String wrong) {
    ModelDetailView shown = details.of(organisation, id);
    ModelView model = shown.model();
    ModelKey key = new ModelKey(Provider.of(model.provider()), model.model());
    Optional<String> base = Optional.ofNullable(shown.lineage().base());
    return detail
        .data("shell", shells.of(Section.MODELS, model.model()))
        .data("it", shown)
        .data("model", model)
        .data("row", ModelRow.of(entry(shown)))
        .data("claims", ClaimRow.of(dates.claims(organisation, key, base)))
        .data("drawing", LineDrawing.of(shown))
        .data("next", next(organisation, id))
        .data("notes", notes(organisation, id))
        .data("mayWrite", visits.canWrite())
        .data("wrong", wrong)
        .render();
  }

  private static ModelEntryView entry(ModelDetailView shown) {
    return new ModelEntryView(
        shown.model(), shown.trainingEnd(), shown.inferenceEnd(), shown.consumers().size());
  }

  private List<String> next(Organisation organisation, UUID id) {
    RegisteredModel model = models.get(organisation, id);
    return model.state().next().stream().sorted().map(StateKind::label).toList();
  }

  private List<ModelPanel.Note> notes(Organisation organisation, UUID id) {
    return panels.stream().flatMap(panel -> panel.of(organisation, id).stream()).toList();
  }

  @GET
  @Path("/{id}/edit")
  @PermissionsAllowed(Permissions.MODELS_WRITE)
  @Produces(MediaType.TEXT_HTML)
  public String edit(@RestPath String id) {
    Caller by = visits.writing();
    RegisteredModel model = models.get(by.organisation(), Given.id("id", id));
    return page(model, ModelForm.of(ModelView.of(model)), Optional.empty());
  }

  @POST
  @Path("/{id}")
  @PermissionsAllowed(Permissions.MODELS_WRITE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  public Response change(@RestPath String id, MultivaluedMap<String, String> typed) {
    Caller by = visits.writing();
    UUID wanted = Given.id("id", id);
    RegisteredModel model = models.get(by.organisation(), wanted);
    ModelForm given = ModelForm.of(typed);
    try {
      ModelRequest request = given.toRequest();
      models.change(by.organisation(), by.actor(), wanted, request::changed);
      return Response.seeOther(URI.create("/models/" + wanted)).build();
    } catch (ProblemException e) {
      return Response.status(e.problem().code().status())
          .entity(page(model, given, Optional.of(e.problem())))
          .build();
    }
  }

  private String page(RegisteredModel model, ModelForm given, Optional<Problem> refused) {
    return form.data("shell", shells.of(Section.MODELS, "Change " + model.key().model()))
        .data("title", "Change " + model.key().model())
        .data("back", "/models/" + model.id())
        .data("action", "/models/" + model.id())
        .data("button", "Save")
        .data("fields", given.fields(true, refused))
        .data("wrong", refused.map(Problem::detail).orElse(""))
        .render();
  }

  @POST
  @Path("/{id}/state")
  @PermissionsAllowed(Permissions.MODELS_WRITE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  public Response move(
      @RestPath String id,
      @RestForm @Nullable String name,
      @RestForm @Nullable String reason,
      @RestForm @Nullable String by) {
    Caller asking = visits.writing();
    UUID wanted = Given.id("id", id);
    try {
      StateRequest request = new StateRequest(name, reason, Given.dayIfAny("by", by));
      models.move(
          asking.organisation(),
          asking.actor(),
          wanted,
          request.toMove(clock.instant().truncatedTo(ChronoUnit.MICROS)));
      return Response.seeOther(URI.create("/models/" + wanted)).build();
    } catch (ProblemException e) {
      return Response.status(e.problem().code().status())
          .entity(page(asking.organisation(), wanted, e.problem().detail()))
          .build();
    }
  }
}
