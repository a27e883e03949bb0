package dev.plumbline.api.members;

import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.lists.Slice;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** One's own organisation; and all of them, for those who run the installation. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Organisation")
class OrganisationResource {

  private final Organisations organisations;
  private final CurrentCaller caller;

  OrganisationResource(Organisations organisations, CurrentCaller caller) {
    this.organisations = organisations;
    this.caller = caller;
  }

  @GET
  @Path("/organisation")
  @PermissionsAllowed(Permissions.ORGANISATION_READ)
  @Operation(summary = "Shows your organisation")
  public OrganisationView own() {
    return organisations.own(caller.get());
  }

  @PATCH
  @Path("/organisation")
  @PermissionsAllowed(Permissions.ORGANISATION_WRITE)
  @Operation(summary = "Renames your organisation")
  public OrganisationView rename(NameRequest request) {
    return organisations.rename(caller.get(), Given.body(request).checked());
  }

  @GET
  @Path("/organisations")
  @PermissionsAllowed(Permissions.INSTALLATION)
  @Operation(
      summary = "Lists the organisations of this installation",
      description = "For administrators of its first organisation. Names only.")
  public OrganisationPage list(
      @RestQuery @DefaultValue(Slice.DEFAULT_LIMIT) @Parameter(description = "at most 500")
          String limit,
      @RestQuery @Parameter(description = "what the page before says as next")
          Optional<String> after) {
    return OrganisationPage.of(organisations.list(caller.get(), Slice.of(limit, after)));
  }

  @POST
  @Path("/organisations")
  @PermissionsAllowed(Permissions.INSTALLATION)
  @Operation(
      summary = "Makes an organisation with its first administrator",
      description =
          "For administrators of the installation's first organisation. The answer holds the new"
              + " administrator's one-time sign-in link.")
  public Response found(NewOrganisationRequest request) {
    NewOrganisationRequest given = Given.body(request);
    return Response.status(Response.Status.CREATED)
        .entity(organisations.found(caller.get(), given.checkedName(), given.admin()))
        .build();
  }
}
