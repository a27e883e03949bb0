package dev.plumbline.api.rollbacks;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.lists.Listed;
import dev.plumbline.api.lists.Slice;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Whether one can go back, everywhere. */
@Path("/api/v1/rollbacks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Model changes")
class RollbackResource {

  private final RollbackList list;
  private final CurrentCaller caller;

  RollbackResource(RollbackList list, CurrentCaller caller) {
    this.list = list;
    this.caller = caller;
  }

  /** Some of the places. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "RollbackPage")
  record RollbackPage(
      List<RollbackView> rollbacks,
      @Schema(description = "give it as after to read on; absent at the end")
          @Nullable String next) {}

  @GET
  @PermissionsAllowed(Permissions.MODELS_READ)
  @Operation(
      summary = "Lists deployments and applications with the model before",
      description =
          "Until when it can be called, when it was last seen to answer, and why one cannot go"
              + " back. The job rollback-verification calls each once a week.")
  public RollbackPage list(
      @RestQuery @DefaultValue(Slice.DEFAULT_LIMIT) @Parameter(description = "at most 500")
          String limit,
      @RestQuery @Parameter(description = "what the page before says as next")
          Optional<String> after) {
    Caller reader = caller.get();
    reader.require(Permissions.MODELS_READ, Optional.empty());
    Slice slice = Slice.of(limit, after);
    Listed<Place> found =
        slice.cut(
            list.places(reader.organisation()).stream()
                .filter(place -> place.key().compareTo(slice.from()) > 0)
                .limit(slice.read())
                .toList(),
            Place::key);
    return new RollbackPage(
        list.views(reader.organisation(), found.entries()), found.next().orElse(null));
  }
}
