package dev.plumbline.api.problem;

import dev.plumbline.api.identity.Permissions;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Fails in every way. */
@Path("/test/problems")
@Produces("application/json")
@Consumes("application/json")
class FailingResource {

  record Body(int count, LocalDate on) {}

  @GET
  @PermissionsAllowed(Permissions.SELF)
  @Operation(hidden = true)
  public Body fine() {
    return new Body(1, LocalDate.EPOCH);
  }

  @POST
  @PermissionsAllowed(Permissions.SELF)
  @Operation(hidden = true)
  public Body echo(Body body) {
    return body;
  }

  @GET
  @PermissionsAllowed(Permissions.SELF)
  @Path("/refused")
  @Operation(hidden = true)
  public Body refused() {
    return Input.read(
        "count",
        () -> {
          throw new IllegalArgumentException("-5 is not a count");
        });
  }

  @GET
  @PermissionsAllowed(Permissions.SELF)
  @Path("/defect")
  @Operation(hidden = true)
  public Body defect() {
    throw new IllegalStateException("secret");
  }
}
