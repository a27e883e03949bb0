package dev.plumbline.api.access;

import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A page for some. */
@Path("/test/door")
@Produces(MediaType.TEXT_HTML)
class GuardedPage {

  private final CurrentCaller caller;

  GuardedPage(CurrentCaller caller) {
    this.caller = caller;
  }

  @GET
  @Operation(hidden = true)
  @PermissionsAllowed(Permissions.SELF)
  public String self() {
    return caller.get().actor().name();
  }

  @GET
  @Path("installation")
  @Operation(hidden = true)
  @PermissionsAllowed(Permissions.INSTALLATION)
  public String installation() {
    return "installation";
  }
}
