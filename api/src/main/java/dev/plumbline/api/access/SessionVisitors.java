package dev.plumbline.api.access;

import dev.plumbline.api.web.Visitor;
import dev.plumbline.api.web.Visitors;
import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The session of the current request. */
@ApplicationScoped
class SessionVisitors implements Visitors {

  private final SecurityIdentity identity;

  SessionVisitors(SecurityIdentity identity) {
    this.identity = identity;
  }

  @Override
  public Optional<Visitor> current() {
    return session()
        .map(
            session ->
                new Visitor(
                    session.caller().actor().name(),
                    session.organisation(),
                    session.id().publicId(),
                    session.id().csrfToken().text()));
  }

  Optional<OpenSession> session() {
    if (!Arc.container().requestContext().isActive()) {
      return Optional.empty(); // answered before it has reached a resource
    }
    return Optional.ofNullable(identity.getAttribute(OpenSession.ATTRIBUTE));
  }
}
