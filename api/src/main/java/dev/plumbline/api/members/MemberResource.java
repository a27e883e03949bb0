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
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The people of the caller's organisation. */
@Path("/api/v1/members")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Organisation", description = "Members, teams, projects, and who may do what")
class MemberResource {

  private final Members members;
  private final CurrentCaller caller;

  MemberResource(Members members, CurrentCaller caller) {
    this.members = members;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Permissions.ORGANISATION_READ)
  @Operation(summary = "Lists members by email, disabled ones included")
  public MemberPage list(
      @RestQuery @DefaultValue(Slice.DEFAULT_LIMIT) @Parameter(description = "at most 500")
          String limit,
      @RestQuery @Parameter(description = "what the page before says as next")
          Optional<String> after) {
    return MemberPage.of(members.list(caller.get(), Slice.of(limit, after)));
  }

  @GET
  @Path("/{id}")
  @PermissionsAllowed(Permissions.ORGANISATION_READ)
  @Operation(summary = "Shows one")
  public MemberView show(@RestPath String id) {
    return members.show(caller.get(), Given.id("id", id));
  }

  @POST
  @PermissionsAllowed(Permissions.ORGANISATION_WRITE)
  @Operation(
      summary = "Invites somebody",
      description =
          "The answer holds a one-time sign-in link for this person; hand it over yourself. 409"
              + " when there is a member with that email.")
  public Response invite(NewMemberRequest request) {
    Invitation invitation = members.invite(caller.get(), Given.body(request).toNewMember());
    return Response.created(URI.create("/api/v1/members/" + invitation.member().id()))
        .entity(invitation)
        .build();
  }

  @PATCH
  @Path("/{id}")
  @PermissionsAllowed(Permissions.ORGANISATION_WRITE)
  @Operation(
      summary = "Changes name or role, disables or enables",
      description =
          "Takes effect within five seconds, also for people who are signed in. 409 for the last"
              + " administrator who can sign in.")
  public MemberView change(@RestPath String id, MemberChange change) {
    return members.change(caller.get(), Given.id("id", id), Given.body(change));
  }

  @POST
  @Path("/{id}/sign-in-link")
  @Consumes(MediaType.WILDCARD)
  @PermissionsAllowed(Permissions.ORGANISATION_WRITE)
  @Operation(
      summary = "Makes a new one-time sign-in link, for a forgotten password",
      description = "Links made before for this member no longer work.")
  public Invitation makeLink(@RestPath String id) {
    return members.makeLink(caller.get(), Given.id("id", id));
  }
}
