package dev.plumbline.api.estimates;

import dev.plumbline.api.datasets.DatasetIntake;
import dev.plumbline.api.datasets.DatasetIntake.Part;
import dev.plumbline.api.datasets.DatasetReading;
import dev.plumbline.api.datasets.DatasetReading.Purpose;
import dev.plumbline.api.datasets.ReadingState;
import dev.plumbline.api.prices.CurrentPrices;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.web.Choice;
import dev.plumbline.api.web.CsvText;
import dev.plumbline.api.web.ModelChoices;
import dev.plumbline.api.web.QueryValues;
import dev.plumbline.api.web.Section;
import dev.plumbline.api.web.Shells;
import dev.plumbline.api.web.Shown;
import dev.plumbline.core.finding.Severity;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Upload a training file, see it being read, see what training and traffic will cost. */
@Path("/estimate")
class EstimatePage {

  private static final List<String> FINDING_COLUMNS =
      List.of("severity", "code", "file", "line", "field", "message", "remedy");

  private final Template form;
  private final Template reading;
  private final Template result;
  private final Shells shells;
  private final DatasetIntake intake;
  private final DatasetEstimates estimates;
  private final CurrentPrices prices;
  private final Clock clock;

  EstimatePage(
      @Location("estimates/form") Template form,
      @Location("estimates/reading") Template reading,
      @Location("estimates/result") Template result,
      Shells shells,
      DatasetIntake intake,
      DatasetEstimates estimates,
      CurrentPrices prices,
      Clock clock) {
    this.form = form;
    this.reading = reading;
    this.result = result;
    this.shells = shells;
    this.intake = intake;
    this.estimates = estimates;
    this.prices = prices;
    this.clock = clock;
  }

  @GET
  @Produces(MediaType.TEXT_HTML)
  public String show(@Context UriInfo address) {
    QueryValues values = QueryValues.of(address, EstimateFields.defaults(today()));
    List<Choice> models = ModelChoices.of(prices.catalogue()).tunable();
    return page(form, "Estimate")
        .data("model", values.show(EstimateFields.model(models).asWide()))
        .data("job", EstimateFields.job().stream().map(values::show).toList())
        .data("limit", Shown.bytes(intake.uploadLimit()))
        .render();
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces(MediaType.TEXT_HTML)
  public Response upload(
      @RestForm("file") @Nullable FileUpload file,
      @RestForm("validation") @Nullable FileUpload validation,
      @RestForm @Nullable String model,
      @RestForm @Nullable String epochs,
      @RestForm @Nullable String runs,
      @RestForm @Nullable String at)
      throws IOException {
    Purpose purpose = intake.purpose(model, null);
    if (file == null || file.size() == 0) {
      throw Input.refused("file", "choose a training file that is not empty");
    }
    DatasetReading started = intake.take(purpose, part(file), chosen(validation));
    URI location =
        UriBuilder.fromPath("/estimate/{id}")
            .queryParam("epochs", text(epochs))
            .queryParam("runs", text(runs))
            .queryParam("at", text(at))
            .build(started.id());
    return Response.seeOther(location).build();
  }

  @GET
  @Path("{id}")
  @Produces(MediaType.TEXT_HTML)
  public String follow(@RestPath String id, @Context UriInfo address) {
    DatasetReading found = intake.get(id);
    return found.state() instanceof ReadingState.Done done
        ? result(found, done, address)
        : progress(found, address);
  }

  @GET
  @Path("{id}/findings.csv")
  @Produces("text/csv")
  public Response findings(@RestPath String id, @Context UriInfo address) {
    DatasetReading found = intake.get(id);
    List<List<String>> rows = new ArrayList<>();
    if (found.state() instanceof ReadingState.Done done) {
      QueryValues values = values(address);
      Estimated answer = estimates.of(found.purpose(), done, EstimateFields.wish(values));
      for (ResultView.Objection each : Objections.of(answer, values.text("severity"))) {
        rows.add(
            List.of(
                each.severity(),
                each.code(),
                each.file(),
                Long.toString(each.line()),
                each.field(),
                each.message(),
                each.remedy()));
      }
    }
    return Response.ok(CsvText.of(FINDING_COLUMNS, rows), CsvText.MEDIA_TYPE)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"plumbline-findings.csv\"")
        .build();
  }

  private String progress(DatasetReading found, UriInfo address) {
    return page(reading, "Reading " + found.file())
        .data("file", found.file())
        .data("progress", ProgressView.of(found.state()))
        .data("itself", itself(address))
        .render();
  }

  private String result(DatasetReading found, ReadingState.Done done, UriInfo address) {
    QueryValues values = values(address);
    Estimated answer = estimates.of(found.purpose(), done, EstimateFields.wish(values));
    String query = address.getRequestUri().getRawQuery();
    return page(result, "Estimate of " + found.file())
        .data("id", found.id())
        .data("file", found.file())
        .data("purpose", found.purpose())
        .data("job", EstimateFields.job().stream().map(values::show).toList())
        .data("severities", severities(values.text("severity")))
        .data(
            "csv", "/estimate/" + found.id() + "/findings.csv" + (query == null ? "" : "?" + query))
        .data("result", ResultViews.of(answer, values.text("severity")))
        .data("total", answer.findings().size())
        .render();
  }

  private QueryValues values(UriInfo address) {
    Map<String, String> defaults = new HashMap<>(EstimateFields.defaults(today()));
    defaults.put("severity", "");
    return QueryValues.of(address, defaults);
  }

  private static List<Choice> severities(String chosen) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", "every severity", chosen.isEmpty()));
    Arrays.stream(Severity.values())
        .map(Objections::word)
        .forEach(word -> choices.add(new Choice(word, word, word.equals(chosen))));
    return choices;
  }

  private static Optional<Part> chosen(@Nullable FileUpload upload) {
    return Optional.ofNullable(upload).filter(file -> file.size() > 0).map(EstimatePage::part);
  }

  private static Part part(FileUpload upload) {
    return new Part(upload.fileName(), upload.uploadedFile());
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given;
  }

  private static String itself(UriInfo address) {
    String query = address.getRequestUri().getRawQuery();
    return address.getRequestUri().getRawPath() + (query == null ? "" : "?" + query);
  }

  private TemplateInstance page(Template template, String title) {
    return template.data("shell", shells.of(Section.ESTIMATE, title));
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneOffset.UTC));
  }
}
