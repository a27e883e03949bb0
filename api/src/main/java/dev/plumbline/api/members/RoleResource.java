package dev.plumbline.api.members;

import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.identity.Role;
import dev.plumbline.api.identity.Scope;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What people and machines can be allowed. */
@Path("/api/v1/roles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organisation")
class RoleResource {

  /** What each role of a person and each scope of a token may do. */
  @Schema(name = "Roles")
  record RolesView(List<RoleView> roles, List<RoleView> scopes) {}

  /** A role or a scope with its permissions, sorted. */
  @Schema(name = "RolePermissions")
  record RoleView(@Schema(examples = "planner") String name, List<String> permissions) {

    static RoleView of(String name, Set<String> permissions) {
      return new RoleView(name, permissions.stream().sorted().toList());
    }
  }

  @GET
  @PermissionsAllowed(Permissions.ORGANISATION_READ)
  @Operation(summary = "Lists what each role and each scope of a token may do")
  public RolesView list() {
    return new RolesView(
        Arrays.stream(Role.values())
            .map(role -> RoleView.of(role.label(), role.permissions()))
            .toList(),
        Arrays.stream(Scope.values())
            .map(scope -> RoleView.of(scope.label(), scope.permissions()))
            .toList());
  }
}
