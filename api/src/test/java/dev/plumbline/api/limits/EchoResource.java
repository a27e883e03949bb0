package dev.plumbline.api.limits;

import dev.plumbline.api.identity.Permissions;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Takes JSON and gives it back. */
@Path("/test/limits")
@Produces("application/json")
@Consumes("application/json")
class EchoResource {

  record Body(String text, BigDecimal amount, int count) {}

  @GET
  @PermissionsAllowed(Permissions.SELF)
  @Operation(hidden = true)
  public Body fine() {
    return new Body("fine", BigDecimal.ONE, 1);
  }

  @POST
  @PermissionsAllowed(Permissions.SELF)
  @Operation(hidden = true)
  public Body echo(Body body) {
    return body;
  }
}
