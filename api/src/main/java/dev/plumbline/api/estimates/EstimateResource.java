package dev.plumbline.api.estimates;

import dev.plumbline.api.datasets.DatasetIntake;
import dev.plumbline.api.datasets.DatasetReading;
import dev.plumbline.api.datasets.ReadingState.Done;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.problem.Problem;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What training on an uploaded dataset costs. */
@Path("/api/v1/estimates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Estimates", description = "What training on an uploaded dataset costs")
class EstimateResource {

  private final DatasetIntake intake;
  private final DatasetEstimates estimates;
  private final Clock clock;

  EstimateResource(DatasetIntake intake, DatasetEstimates estimates, Clock clock) {
    this.intake = intake;
    this.estimates = estimates;
    this.clock = clock;
  }

  @GET
  @PermissionsAllowed(Permissions.CALCULATE)
  @Operation(
      summary = "Estimate training on a dataset",
      description =
          "The dataset must have been read. Asking again with other epochs, runs or day is cheap.")
  @APIResponse(responseCode = "200", description = "priced, unpriced with the reason, or blocked")
  @APIResponse(responseCode = "404", description = "the dataset is unknown or no longer kept")
  @APIResponse(responseCode = "409", description = "the dataset is still being read")
  public EstimateView get(
      @Parameter(description = "id of the dataset", required = true) @RestQuery
          @Nullable String dataset,
      @Parameter(description = "1 to 50; the automatic rule when left out") @RestQuery
          @Nullable Integer epochs,
      @RestQuery @Nullable Integer runs,
      @Parameter(description = "day of the job", example = "2026-11-20") @RestQuery
          @Nullable LocalDate at) {
    return estimate(new EstimateRequest(dataset, epochs, runs, at));
  }

  @POST
  @PermissionsAllowed(Permissions.CALCULATE)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "The same question as a body", operationId = "estimate")
  public EstimateView post(@Nullable EstimateRequest request) {
    if (request == null) {
      throw Input.refused("dataset", "the id of a dataset is needed");
    }
    return estimate(request);
  }

  private EstimateView estimate(EstimateRequest request) {
    if (request.dataset() == null || request.dataset().isBlank()) {
      throw Input.refused("dataset", "upload a file to /api/v1/datasets and give its id");
    }
    DatasetReading reading = intake.get(request.dataset());
    LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    int runs = request.runs() == null ? 1 : request.runs();
    JobWish wish =
        Input.read(
            request.epochs() == null ? "runs" : "epochs",
            () ->
                JobWish.of(
                    Optional.ofNullable(request.epochs()),
                    runs,
                    request.at() == null ? today : request.at()));
    return EstimateView.of(reading.id(), estimates.of(reading.purpose(), done(reading), wish));
  }

  private static Done done(DatasetReading reading) {
    if (reading.state() instanceof Done done) {
      return done;
    }
    String detail =
        reading.state().isFinished()
            ? "The dataset could not be read."
            : "The dataset is still being read.";
    throw Problem.of(ErrorCode.CONFLICT, detail)
        .withRemedy("see /api/v1/datasets/" + reading.id())
        .asException();
  }
}
