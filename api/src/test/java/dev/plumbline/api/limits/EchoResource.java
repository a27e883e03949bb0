package dev.plumbline.api.limits;

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
  @Operation(hidden = true)
  public Body fine() {
    return new Body("fine", BigDecimal.ONE, 1);
  }

  @POST
  @Operation(hidden = true)
  public Body echo(Body body) {
    return body;
  }
}
