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

/** Projects of the caller's organisation, and the roles in them. */
@Path("/api/v1/projects")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Organisation")
class ProjectResource {

  private final Projects projects;
  private final ProjectRoles roles;
  private final CurrentCaller caller;

  ProjectResource(Projects projects, ProjectRoles roles, CurrentCaller caller) {
    this.projects = projects;
    this.roles = roles;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Permissions.ORGANISATION_READ)
  @Operation(summary = "Lists projects by name, archived ones included")
  public ProjectPage list(
      @RestQuery @DefaultValue(Slice.DEFAULT_LIMIT) @Parameter(description = "at most 500")
          String limit,
      @RestQuery @Parameter(description = "what the page before says as next")
          Optional<String> after) {
    return ProjectPage.of(projects.list(caller.get(), Slice.of(limit, after)));
  }

  @GET
  @Path("/{id}")
  @PermissionsAllowed(Permissions.ORGANISATION_READ)
  @Operation(summary = "Shows one")
  public ProjectView show(@RestPath String id) {
    return projects.show(caller.get(), Given.id("id", id));
  }

  @POST
  @PermissionsAllowed(Permissions.ORGANISATION_WRITE)
  @Operation(summary = "Makes a project", description = "409 when there is one of that name.")
  public Response add(NameRequest request) {
    ProjectView added = projects.add(caller.get(), Given.body(request).checked());
    return Response.created(URI.create("/api/v1/projects/" + added.id())).entity(added).build();
  }

  @PATCH
  @Path("/{id}")
  @PermissionsAllowed(Permissions.ORGANISATION_WRITE)
  @Operation(summary = "Renames, archives or brings back a project")
  public ProjectView change(@RestPath String id, ProjectChange change) {
    return projects.change(caller.get(), Given.id("id", id), Given.body(change));
  }

  @GET
  @Path("/{id}/roles")
  @PermissionsAllowed(Permissions.ORGANISATION_READ)
  @Operation(summary = "Lists who holds which role in a project")
  public ProjectRolePage roles(
      @RestPath String id,
      @RestQuery @DefaultValue(Slice.DEFAULT_LIMIT) @Parameter(description = "at most 500")
          String limit,
      @RestQuery @Parameter(description = "what the page before says as next")
          Optional<String> after) {
    return ProjectRolePage.of(roles.list(caller.get(), Given.id("id", id), Slice.of(limit, after)));
  }

  @POST
  @Path("/{id}/roles")
  @PermissionsAllowed(Permissions.ORGANISATION_WRITE)
  @Operation(
      summary = "Gives a member or a team a role in a project",
      description =
          "It adds to the role in the organisation. 403 for a role that may more than the caller.")
  public Response give(@RestPath String id, ProjectRoleRequest request) {
    ProjectRoleRequest given = Given.body(request);
    ProjectRoleView role =
        roles.give(caller.get(), Given.id("id", id), given.holder(), given.checkedRole());
    return Response.created(
            URI.create("/api/v1/projects/%s/roles/%s".formatted(role.projectId(), role.id())))
        .entity(role)
        .build();
  }

  @PATCH
  @Path("/{id}/roles/{role}")
  @PermissionsAllowed(Permissions.ORGANISATION_WRITE)
  @Operation(summary = "Changes a role in a project")
  public ProjectRoleView changeRole(
      @RestPath String id, @RestPath String role, RoleRequest request) {
    return roles.change(
        caller.get(),
        Given.id("id", id),
        Given.id("role", role),
        Given.body(request).checkedRole());
  }

  @DELETE
  @Path("/{id}/roles/{role}")
  @PermissionsAllowed(Permissions.ORGANISATION_WRITE)
  @Operation(summary = "Takes a role in a project away")
  public void take(@RestPath String id, @RestPath String role) {
    roles.take(caller.get(), Given.id("id", id), Given.id("role", role));
  }
}
