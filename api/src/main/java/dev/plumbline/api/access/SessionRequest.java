package dev.plumbline.api.access;

import static java.util.Objects.requireNonNull;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Asks whose session a cookie is. */
final class SessionRequest extends BaseAuthenticationRequest {

  private final SessionId session;

  SessionRequest(SessionId session) {
    this.session = requireNonNull(session, "session");
  }

  SessionId session() {
    return session;
  }
}
