package dev.plumbline.api.calendar;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.models.Models;
import dev.plumbline.lifecycle.registry.Checkpoint;
import dev.plumbline.lifecycle.registry.RegisteredModel;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a scan of source code asks of the registry. */
@Path("/api/v1/scan")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Models")
class ScanFactsResource {

  private final Models models;
  private final CurrentCaller caller;

  ScanFactsResource(Models models, CurrentCaller caller) {
    this.models = models;
    this.caller = caller;
  }

  /** Names of fine-tunes and of their checkpoints. */
  @Schema(name = "KnownFineTunes")
  @JsonNaming(SnakeCaseStrategy.class)
  public record KnownNames(List<String> fineTunes) {

    public KnownNames {
      fineTunes = List.copyOf(fineTunes);
    }
  }

  @GET
  @Path("/fine-tunes")
  @PermissionsAllowed(Permissions.MODELS_SCAN)
  @Operation(
      summary = "Names of all registered fine-tunes and checkpoints",
      description = "What plumbline scan --server compares with; retired ones are known too.")
  public KnownNames fineTunes() {
    Caller asking = caller.get();
    asking.require(Permissions.MODELS_SCAN, Optional.empty());
    return new KnownNames(
        models.all(asking.organisation()).stream()
            .flatMap(ScanFactsResource::names)
            .distinct()
            .toList());
  }

  private static Stream<String> names(RegisteredModel model) {
    return Stream.concat(
        Stream.of(model.key().model()),
        model.facts().checkpoints().stream().map(Checkpoint::model));
  }
}
