package dev.plumbline.api.registry;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.models.ModelRegistration;
import dev.plumbline.api.models.Models;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.api.problem.ProblemException;
import dev.plumbline.api.web.CsvText;
import dev.plumbline.api.web.QueryValues;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The registry for people: find a model, register one. */
@Path("/models")
class ModelsPage {

  private static final int SHOWN = 100;
  private static final int MOST_PAGES = 10_000;

  private final Template list;
  private final Template form;
  private final Shells shells;
  private final ModelSearch search;
  private final Models models;
  private final Visits visits;
  private final Clock clock;

  ModelsPage(
      @Location("models/list") Template list,
      @Location("models/form") Template form,
      Shells shells,
      ModelSearch search,
      Models models,
      Visits visits,
      Clock clock) {
    this.list = list;
    this.form = form;
    this.shells = shells;
    this.search = search;
    this.models = models;
    this.visits = visits;
    this.clock = clock;
  }

  @GET
  @PermissionsAllowed(Permissions.MODELS_READ)
  @Produces(MediaType.TEXT_HTML)
  public String search(@Context UriInfo address) {
    QueryValues values = QueryValues.of(address, ModelSearch.DEFAULTS);
    List<ModelRow> found = search.in(visits.reading(), values).stream().map(ModelRow::of).toList();
    Part part = Part.of(values.whole("page", 1, MOST_PAGES), found.size());
    return list.data("shell", shells.of(Section.MODELS, "Models"))
        .data("fields", ModelSearch.fields(values))
        .data("rows", found.subList(part.first(), part.last()))
        .data("part", part)
        .data("links", ModelLinks.of(values))
        .data("mayWrite", visits.canWrite())
        .render();
  }

  /** The same search as a file. */
  @GET
  @Path("/export.csv")
  @PermissionsAllowed(Permissions.MODELS_READ)
  @Produces("text/csv")
  public Response export(@Context UriInfo address) {
    QueryValues values = QueryValues.of(address, ModelSearch.DEFAULTS);
    List<List<String>> rows =
        search.in(visits.reading(), values).stream()
            .map(entry -> ModelRow.of(entry).csv(entry))
            .toList();
    return Response.ok(CsvText.of(ModelRow.CSV_HEADER, rows), CsvText.MEDIA_TYPE)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"plumbline-models.csv\"")
        .build();
  }

  @GET
  @Path("/new")
  @PermissionsAllowed(Permissions.MODELS_WRITE)
  @Produces(MediaType.TEXT_HTML)
  public String blank() {
    visits.writing();
    return page(ModelForm.empty(), Optional.empty());
  }

  @POST
  @PermissionsAllowed(Permissions.MODELS_WRITE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  public Response register(MultivaluedMap<String, String> typed) {
    Caller by = visits.writing();
    ModelForm given = ModelForm.of(typed);
    try {
      ModelRequest request = given.toRequest();
      ModelRegistration done =
          models.register(
              by.organisation(),
              by.actor(),
              request.toFacts(),
              request.found(clock.instant().truncatedTo(ChronoUnit.MICROS)));
      return Response.seeOther(URI.create("/models/" + done.model().id())).build();
    } catch (ProblemException e) {
      return Response.status(e.problem().code().status())
          .entity(page(given, Optional.of(e.problem())))
          .build();
    }
  }

  private String page(ModelForm given, Optional<Problem> refused) {
    return form.data("shell", shells.of(Section.MODELS, "Register a model"))
        .data("title", "Register a model")
        .data("back", "/models")
        .data("action", "/models")
        .data("button", "Register it")
        .data("fields", given.fields(false, refused))
        .data("wrong", refused.map(Problem::detail).orElse(""))
        .render();
  }

  /**
   * One page of the rows.
   *
   * @param first index of the first shown row
   * @param last index after the last shown row
   */
  record Part(int page, int first, int last, int total) {

    static Part of(int page, int total) {
      int first = Math.min((page - 1) * SHOWN, total / SHOWN * SHOWN);
      return new Part(first / SHOWN + 1, first, Math.min(first + SHOWN, total), total);
    }

    public boolean isMore() {
      return last < total;
    }

    public int from() {
      return total == 0 ? 0 : first + 1;
    }
  }
}
