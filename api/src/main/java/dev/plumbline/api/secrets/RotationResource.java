package dev.plumbline.api.secrets;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.problem.Input;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The master key of the installation; what {@code plumbline secrets rotate} talks to. */
@Path("/api/v1/secrets/rotation")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Credentials")
class RotationResource {

  private final Rotation rotation;
  private final CurrentCaller caller;

  RotationResource(Rotation rotation, CurrentCaller caller) {
    this.rotation = rotation;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Permissions.INSTALLATION)
  @Operation(summary = "Shows which master keys the stored secrets need")
  public RotationView state() {
    permitted();
    return rotation.state();
  }

  @POST
  @PermissionsAllowed(Permissions.INSTALLATION)
  @Operation(
      summary = "Moves up to 5,000 secrets to the current master key",
      description = "Call it again until nothing remains; it can be interrupted at any point.")
  public RotationView goOn(RotationRequest request) {
    if (request == null) {
      throw Input.refused("body", "the body is empty");
    }
    Caller operator = permitted();
    return request.newKey() ? rotation.begin(operator) : rotation.goOn(operator);
  }

  private Caller permitted() {
    Caller operator = caller.get();
    operator.require(Permissions.INSTALLATION, Optional.empty());
    return operator;
  }
}
