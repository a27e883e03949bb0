package dev.plumbline.api.members;

import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.lists.Slice;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Teams of the caller's organisation. */
@Path("/api/v1/teams")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Organisation")
class TeamResource {

  private final Teams teams;
  private final CurrentCaller caller;

  TeamResource(Teams teams, CurrentCaller caller) {
    this.teams = teams;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Permissions.ORGANISATION_READ)
  @Operation(summary = "Lists teams by name")
  public TeamPage list(
      @RestQuery @DefaultValue(Slice.DEFAULT_LIMIT) @Parameter(description = "at most 500")
          String limit,
      @RestQuery @Parameter(description = "what the page before says as next")
          Optional<String> after) {
    return TeamPage.of(teams.list(caller.get(), Slice.of(limit, after)));
  }

  @GET
  @Path("/{id}")
  @PermissionsAllowed(Permissions.ORGANISATION_READ)
  @Operation(summary = "Shows one")
  public TeamView show(@RestPath String id) {
    return teams.show(caller.get(), Given.id("id", id));
  }

  @POST
  @PermissionsAllowed(Permissions.ORGANISATION_WRITE)
  @Operation(summary = "Makes a team", description = "409 when there is one of that name.")
  public Response add(NameRequest request) {
    TeamView added = teams.add(caller.get(), Given.body(request).checked());
    return Response.created(URI.create("/api/v1/teams/" + added.id())).entity(added).build();
  }

  @PATCH
  @Path("/{id}")
  @PermissionsAllowed(Permissions.ORGANISATION_WRITE)
  @Operation(summary = "Renames a team")
  public TeamView rename(@RestPath String id, NameRequest request) {
    return teams.rename(caller.get(), Given.id("id", id), Given.body(request).checked());
  }

  @DELETE
  @Path("/{id}")
  @PermissionsAllowed(Permissions.ORGANISATION_WRITE)
  @Operation(summary = "Removes a team", description = "Its roles in projects end with it.")
  public void delete(@RestPath String id) {
    teams.delete(caller.get(), Given.id("id", id));
  }

  @GET
  @Path("/{id}/members")
  @PermissionsAllowed(Permissions.ORGANISATION_READ)
  @Operation(summary = "Lists who is in a team, by email")
  public MemberPage members(
      @RestPath String id,
      @RestQuery @DefaultValue(Slice.DEFAULT_LIMIT) @Parameter(description = "at most 500")
          String limit,
      @RestQuery @Parameter(description = "what the page before says as next")
          Optional<String> after) {
    return MemberPage.of(teams.members(caller.get(), Given.id("id", id), Slice.of(limit, after)));
  }

  @PUT
  @Path("/{id}/members/{member}")
  @Consumes(MediaType.WILDCARD)
  @PermissionsAllowed(Permissions.ORGANISATION_WRITE)
  @Operation(summary = "Puts a member into a team; the same again changes nothing")
  public void putIn(@RestPath String id, @RestPath String member) {
    teams.putIn(caller.get(), Given.id("id", id), Given.id("member", member));
  }

  @DELETE
  @Path("/{id}/members/{member}")
  @PermissionsAllowed(Permissions.ORGANISATION_WRITE)
  @Operation(summary = "Takes a member out of a team; the same again changes nothing")
  public void takeOut(@RestPath String id, @RestPath String member) {
    teams.takeOut(caller.get(), Given.id("id", id), Given.id("member", member));
  }
}
