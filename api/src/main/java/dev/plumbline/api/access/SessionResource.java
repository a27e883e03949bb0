package dev.plumbline.api.access;

import dev.plumbline.api.identity.Actor;
import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Where a person is signed in. */
@Path("/api/v1/me/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sessions")
class SessionResource {

  private final Sessions sessions;
  private final CurrentCaller caller;

  SessionResource(Sessions sessions, CurrentCaller caller) {
    this.sessions = sessions;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Permissions.SELF)
  @Operation(summary = "Lists one's own open sessions; a token has none")
  public List<SessionView> list() {
    Caller now = caller.get();
    return isPerson(now) ? sessions.of(now) : List.of();
  }

  @DELETE
  @Path("{id}")
  @PermissionsAllowed(Permissions.SELF)
  @Operation(summary = "Ends one of one's own sessions, everywhere within five seconds")
  public void end(@RestPath String id) {
    Caller now = caller.get();
    if (!isPerson(now) || !sessions.end(now, id)) {
      throw Problem.of(ErrorCode.NOT_FOUND, "no such session").asException();
    }
  }

  private static boolean isPerson(Caller caller) {
    return caller.actor().kind() == Actor.Kind.MEMBER;
  }
}
