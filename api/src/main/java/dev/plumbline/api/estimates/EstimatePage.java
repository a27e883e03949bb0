package dev.plumbline.api.estimates;

import dev.plumbline.api.datasets.DatasetIntake;
import dev.plumbline.api.datasets.DatasetIntake.Part;
import dev.plumbline.api.datasets.DatasetReading;
import dev.plumbline.api.datasets.DatasetReading.Purpose;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.prices.CurrentPrices;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.web.Choice;
import dev.plumbline.api.web.ModelChoices;
import dev.plumbline.api.web.QueryValues;
import dev.plumbline.api.web.Shown;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Upload a training file to see what training and traffic will cost. */
@Path("/estimate")
class EstimatePage {

  private final EstimateTemplates templates;
  private final DatasetIntake intake;
  private final CurrentPrices prices;
  private final Clock clock;

  EstimatePage(
      EstimateTemplates templates, DatasetIntake intake, CurrentPrices prices, Clock clock) {
    this.templates = templates;
    this.intake = intake;
    this.prices = prices;
    this.clock = clock;
  }

  @GET
  @PermissionsAllowed(Permissions.CALCULATE)
  @Produces(MediaType.TEXT_HTML)
  public String show(@Context UriInfo address) {
    QueryValues values = QueryValues.of(address, EstimateFields.defaults(today()));
    List<Choice> models = ModelChoices.of(prices.catalogue()).tunable();
    return templates
        .form("Estimate")
        .data("model", values.show(EstimateFields.model(models).asWide()))
        .data("job", EstimateFields.job().stream().map(values::show).toList())
        .data("limit", Shown.bytes(intake.uploadLimit()))
        .render();
  }

  @POST
  @PermissionsAllowed(Permissions.CALCULATE)
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

  private static Optional<Part> chosen(@Nullable FileUpload upload) {
    return Optional.ofNullable(upload).filter(file -> file.size() > 0).map(EstimatePage::part);
  }

  private static Part part(FileUpload upload) {
    return new Part(upload.fileName(), upload.uploadedFile());
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given;
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(ZoneOffset.UTC));
  }
}
