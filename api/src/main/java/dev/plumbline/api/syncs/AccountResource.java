package dev.plumbline.api.syncs;

import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.problem.Input;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Accounts at providers. */
@Path("/api/v1/provider-accounts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Providers", description = "Accounts at providers and what they list")
class AccountResource {

  private final Accounts accounts;
  private final SyncReadings readings;
  private final CurrentCaller caller;

  AccountResource(Accounts accounts, SyncReadings readings, CurrentCaller caller) {
    this.accounts = accounts;
    this.readings = readings;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Permissions.PROVIDERS_READ)
  @Operation(summary = "Lists accounts by name")
  public List<AccountView> list() {
    return accounts.list(caller.get());
  }

  @GET
  @Path("/{id}")
  @PermissionsAllowed(Permissions.PROVIDERS_READ)
  @Operation(summary = "Shows one")
  public AccountView show(@RestPath String id) {
    return accounts.show(caller.get(), uuid(id));
  }

  @GET
  @Path("/{id}/models")
  @PermissionsAllowed(Permissions.PROVIDERS_READ)
  @Operation(summary = "Shows every model it ever listed, with its presence")
  public List<ProviderModelView> models(@RestPath String id) {
    return readings.models(caller.get(), accounts.show(caller.get(), uuid(id)).id());
  }

  @POST
  @PermissionsAllowed(Permissions.PROVIDERS_WRITE)
  @Operation(summary = "Adds one")
  public Response add(@Nullable AccountRequest request) {
    AccountView added = accounts.add(caller.get(), given(request));
    return Response.created(URI.create("/api/v1/provider-accounts/" + added.id()))
        .entity(added)
        .build();
  }

  @PUT
  @Path("/{id}")
  @PermissionsAllowed(Permissions.PROVIDERS_WRITE)
  @Operation(summary = "Describes one anew; one that was disabled is synced again")
  public AccountView change(@RestPath String id, @Nullable AccountRequest request) {
    return accounts.change(caller.get(), uuid(id), given(request));
  }

  @DELETE
  @Path("/{id}")
  @PermissionsAllowed(Permissions.PROVIDERS_WRITE)
  @Operation(summary = "Disables one; what it told stays")
  public void disable(@RestPath String id) {
    accounts.disable(caller.get(), uuid(id));
  }

  private static <T> T given(@Nullable T body) {
    if (body == null) {
      throw Input.refused("body", "the body is empty");
    }
    return body;
  }

  private static UUID uuid(String text) {
    return Input.read("id", () -> UUID.fromString(text));
  }
}
