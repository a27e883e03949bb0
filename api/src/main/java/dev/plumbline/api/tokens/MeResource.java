package dev.plumbline.api.tokens;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.identity.CurrentCaller;
import dev.plumbline.api.identity.Permissions;
import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who am I. */
@Path("/api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tokens")
class MeResource {

  private final Self self;
  private final CurrentCaller caller;

  MeResource(Self self, CurrentCaller caller) {
    this.self = self;
    this.caller = caller;
  }

  @GET
  @PermissionsAllowed(Permissions.SELF)
  @Operation(summary = "Says who sends the request, and what they may")
  public MeView me() {
    Caller now = caller.get();
    Self.Known known = self.of(now);
    Map<UUID, List<String>> inProjects = new TreeMap<>();
    now.grants().inProjects().forEach((id, held) -> inProjects.put(id, sorted(held)));
    return new MeView(
        new MeView.OrganisationName(now.organisation().id(), known.organisation()),
        new MeView.ActorView(
            now.actor().kind().name().toLowerCase(Locale.ROOT),
            now.actor().id(),
            now.actor().name()),
        known.role().orElse(null),
        known.token().orElse(null),
        sorted(now.grants().everywhere()),
        inProjects);
  }

  private static List<String> sorted(Collection<String> permissions) {
    return permissions.stream().sorted().toList();
  }
}
