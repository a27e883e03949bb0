package dev.plumbline.api.credentials;

import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.problem.Input;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Keys of providers and secrets of channels; what is sent here is never answered again. */
@Path("/api/v1/credentials")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Credentials", description = "Secrets of providers and channels: write-only")
class CredentialResource {

  private final Credentials credentials;
  private final CurrentCaller caller;

  CredentialResource(Credentials credentials, CurrentCaller caller) {
    this.credentials = credentials;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Permissions.CREDENTIALS_READ)
  @Operation(summary = "Lists credentials by name, without their secrets")
  public CredentialPage list(
      @RestQuery @DefaultValue("") @Parameter(description = "the 'next' of the page before")
          String after,
      @RestQuery @DefaultValue("100") @Parameter(description = "1 to 500") String limit) {
    return credentials.list(caller.get(), CredentialSlice.of(after, limit));
  }

  @GET
  @Path("/{id}")
  @PermissionsAllowed(Permissions.CREDENTIALS_READ)
  @Operation(summary = "Shows one, without its secret")
  public CredentialView show(@RestPath String id) {
    return credentials.show(caller.get(), uuid(id));
  }

  @POST
  @PermissionsAllowed(Permissions.CREDENTIALS_WRITE)
  @Operation(summary = "Stores one")
  public Response add(@Nullable CredentialRequest request) {
    CredentialView added = credentials.add(caller.get(), given(request).toNewCredential());
    return Response.created(URI.create("/api/v1/credentials/" + added.id())).entity(added).build();
  }

  @PUT
  @Path("/{id}/secret")
  @PermissionsAllowed(Permissions.CREDENTIALS_WRITE)
  @Operation(summary = "Replaces the secret; the old one is gone at once")
  public CredentialView replace(
      @RestPath String id, CredentialRequest.@Nullable Replacement request) {
    return credentials.replace(caller.get(), uuid(id), given(request).toSecret());
  }

  @PATCH
  @Path("/{id}")
  @PermissionsAllowed(Permissions.CREDENTIALS_WRITE)
  @Operation(summary = "Renames one")
  public CredentialView rename(@RestPath String id, CredentialRequest.@Nullable Rename request) {
    return credentials.rename(caller.get(), uuid(id), given(request).toName());
  }

  @DELETE
  @Path("/{id}")
  @PermissionsAllowed(Permissions.CREDENTIALS_WRITE)
  @Operation(summary = "Deletes one with its secret")
  public void delete(@RestPath String id) {
    credentials.delete(caller.get(), uuid(id));
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
