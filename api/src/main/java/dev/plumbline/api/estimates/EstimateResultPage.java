package dev.plumbline.api.estimates;

import dev.plumbline.api.datasets.DatasetIntake;
import dev.plumbline.api.datasets.DatasetReading;
import dev.plumbline.api.datasets.ReadingState;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.web.Choice;
import dev.plumbline.api.web.CsvText;
import dev.plumbline.api.web.QueryValues;
import dev.plumbline.core.finding.Severity;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;

/** Follows one uploaded file: progress while it is read, then what training on it will cost. */
@Path("/estimate/{id}")
class EstimateResultPage {

  private static final List<String> FINDING_COLUMNS =
      List.of("severity", "code", "file", "line", "field", "message", "remedy");

  private final EstimateTemplates templates;
  private final DatasetIntake intake;
  private final DatasetEstimates estimates;
  private final Clock clock;

  EstimateResultPage(
      EstimateTemplates templates, DatasetIntake intake, DatasetEstimates estimates, Clock clock) {
    this.templates = templates;
    this.intake = intake;
    this.estimates = estimates;
    this.clock = clock;
  }

  @GET
  @PermissionsAllowed(Permissions.CALCULATE)
  @Produces(MediaType.TEXT_HTML)
  public String follow(@RestPath String id, @Context UriInfo address) {
    DatasetReading found = intake.get(id);
    return found.state() instanceof ReadingState.Done done
        ? result(found, done, address)
        : progress(found, address);
  }

  @GET
  @PermissionsAllowed(Permissions.CALCULATE)
  @Path("findings.csv")
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
    return templates
        .reading("Reading " + found.file())
        .data("file", found.file())
        .data("progress", ProgressView.of(found.state()))
        .data("itself", itself(address))
        .render();
  }

  private String result(DatasetReading found, ReadingState.Done done, UriInfo address) {
    QueryValues values = values(address);
    Estimated answer = estimates.of(found.purpose(), done, EstimateFields.wish(values));
    String query = address.getRequestUri().getRawQuery();
    return templates
        .result("Estimate of " + found.file())
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

  private static String itself(UriInfo address) {
    String query = address.getRequestUri().getRawQuery();
    return address.getRequestUri().getRawPath() + (query == null ? "" : "?" + query);
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneOffset.UTC));
  }
}
