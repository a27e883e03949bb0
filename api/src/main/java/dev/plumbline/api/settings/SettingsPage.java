package dev.plumbline.api.settings;

import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;

/** Leads to the first section that the caller may see. */
@Path("/settings")
class SettingsPage {

  private final CurrentCaller caller;

  SettingsPage(CurrentCaller caller) {
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Permissions.ORGANISATION_READ)
  public Response show() {
    String first =
        Arrays.stream(Tab.values())
            .filter(each -> each.isFor(caller.get().grants()))
            .findFirst()
            .orElse(Tab.SIGN_IN)
            .address();
    return Response.seeOther(URI.create(first)).build();
  }
}
