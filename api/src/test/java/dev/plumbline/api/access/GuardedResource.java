package dev.plumbline.api.access;

import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import io.quarkus.security.PermissionsAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Says who asks, to those who may ask. */
@Path("/api/v1/test/door")
@Produces(MediaType.TEXT_PLAIN)
class GuardedResource {

  private final CurrentCaller caller;

  GuardedResource(CurrentCaller caller) {
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Permissions.SELF)
  @Operation(hidden = true)
  public String self() {
    return caller.get().actor().name();
  }

  @POST
  @PermissionsAllowed(Permissions.SELF)
  @Operation(hidden = true)
  public String change() {
    return caller.get().actor().name();
  }

  @DELETE
  @PermissionsAllowed(Permissions.SELF)
  @Operation(hidden = true)
  public String end() {
    return caller.get().actor().name();
  }

  @GET
  @Path("installation")
  @PermissionsAllowed(Permissions.INSTALLATION)
  @Operation(hidden = true)
  public String installation() {
    return "installation";
  }

  @GET
  @Path("open")
  @PermitAll
  @Operation(hidden = true)
  public String open() {
    return caller.find().map(found -> found.actor().name()).orElse("nobody");
  }
}
