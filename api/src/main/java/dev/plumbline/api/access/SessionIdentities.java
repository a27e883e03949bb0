package dev.plumbline.api.access;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * A cookie of a session that has ended is that of a visitor: browsers send it along unasked, and
 * the sign-in page must open all the same.
 */
@ApplicationScoped
class SessionIdentities implements IdentityProvider<SessionRequest> {

  private final Sessions sessions;

  SessionIdentities(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Class<SessionRequest> getRequestType() {
    return SessionRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      SessionRequest request, AuthenticationRequestContext context) {
    return context.runBlocking(
        () ->
            sessions.find(request.session()).map(Identities::of).orElseGet(Identities::anonymous));
  }
}
