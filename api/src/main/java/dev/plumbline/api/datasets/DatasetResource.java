package dev.plumbline.api.datasets;

import dev.plumbline.api.datasets.DatasetIntake.Part;
import dev.plumbline.api.datasets.DatasetReading.Purpose;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.problem.Input;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Takes training files in, as they are or as a form, and tells how far they are read. */
@Path("/api/v1/datasets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Datasets", description = "Upload a training file; it is read, counted and deleted")
class DatasetResource {

  private static final int LONGEST_WAIT = 30;
  private static final String WAIT =
      "seconds to wait for the end of reading before answering, 0 to 30";

  private final DatasetIntake intake;

  DatasetResource(DatasetIntake intake) {
    this.intake = intake;
  }

  @POST
  @PermissionsAllowed(Permissions.CALCULATE)
  @Consumes({
    "application/jsonl",
    "application/x-ndjson",
    "application/x-jsonlines",
    "application/gzip",
    MediaType.APPLICATION_OCTET_STREAM
  })
  @Operation(
      summary = "Upload a training file, and a validation file with it",
      description =
          "JSONL, plain or gzip, as the body itself or as a form with the fields file, validation,"
              + " model, provider and wait. The file is read in the background by the rules of the"
              + " model; follow Location for progress and result. Results are kept for two hours,"
              + " the file is not. Example: curl --data-binary @train.jsonl -H 'Content-Type:"
              + " application/jsonl' 'http://localhost:8080/api/v1/datasets?model=gpt-4o-mini'")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = "application/jsonl",
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(
            mediaType = MediaType.MULTIPART_FORM_DATA,
            schema = @Schema(implementation = UploadForm.class))
      })
  @APIResponse(
      responseCode = "202",
      description = "taken; Location tells how far it is read",
      content = @Content(schema = @Schema(implementation = DatasetView.class)))
  @APIResponse(responseCode = "200", description = "read to its end while you waited")
  @APIResponse(responseCode = "413", description = "larger than the limit")
  @APIResponse(
      responseCode = "429",
      description = "too many files of your organisation are uploaded or wait")
  @APIResponse(responseCode = "503", description = "too many files wait; try again")
  public Response upload(
      @Parameter(description = "what is to be trained", example = "gpt-4o-mini-2024-07-18")
          @RestQuery
          @Nullable String model,
      @Parameter(description = "who trains; the model's own when left out") @RestQuery
          @Nullable String provider,
      @Parameter(description = "name of the file, for findings") @RestQuery @Nullable String name,
      @Parameter(description = WAIT) @RestQuery @Nullable Integer wait,
      InputStream body)
      throws IOException {
    int seconds = seconds(wait);
    Purpose purpose = intake.purpose(model, provider);
    return answer(intake.take(purpose, name, body), seconds);
  }

  @POST
  @PermissionsAllowed(Permissions.CALCULATE)
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(hidden = true) // one entry for an address: the documentation of upload names both
  public Response form(
      @RestForm("file") @Nullable FileUpload file,
      @RestForm("validation") @Nullable FileUpload validation,
      @RestForm @Nullable String model,
      @RestForm @Nullable String provider,
      @RestForm @Nullable Integer wait)
      throws IOException {
    int seconds = seconds(wait);
    Purpose purpose = intake.purpose(model, provider);
    if (file == null) {
      throw Input.refused("file", "a training file is needed");
    }
    Optional<Part> checks =
        Optional.ofNullable(validation).filter(part -> part.size() > 0).map(DatasetResource::part);
    return answer(intake.take(purpose, part(file), checks), seconds);
  }

  @GET
  @PermissionsAllowed(Permissions.CALCULATE)
  @Path("{id}")
  @Operation(summary = "How far a dataset is read, and what it holds")
  @APIResponse(responseCode = "404", description = "unknown, or no longer kept")
  public DatasetView get(@RestPath String id) {
    return DatasetView.of(intake.get(id));
  }

  private static Part part(FileUpload upload) {
    return new Part(upload.fileName(), upload.uploadedFile());
  }

  private static int seconds(@Nullable Integer wait) {
    int seconds = wait == null ? 0 : wait;
    if (seconds < 0 || seconds > LONGEST_WAIT) {
      throw Input.refused("wait", "is 0 to 30 seconds, not " + seconds);
    }
    return seconds;
  }

  private static Response answer(DatasetReading reading, int seconds) {
    boolean finished = reading.awaitEnd(seconds).isFinished();
    return Response.status(finished ? Response.Status.OK : Response.Status.ACCEPTED)
        .location(URI.create("/api/v1/datasets/" + reading.id()))
        .entity(DatasetView.of(reading))
        .build();
  }

  /** The form as it is documented. */
  @Schema(name = "DatasetUpload")
  private record UploadForm(
      @Schema(type = SchemaType.STRING, format = "binary", required = true) String file,
      @Schema(type = SchemaType.STRING, format = "binary") String validation,
      @Schema(examples = "gpt-4o-mini-2024-07-18", required = true) String model,
      @Schema(examples = "openai") String provider,
      @Schema(name = "wait", description = WAIT, examples = "10") int seconds) {}
}
