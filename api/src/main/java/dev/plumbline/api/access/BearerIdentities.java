package dev.plumbline.api.access;

import dev.plumbline.api.identity.TokenCallers;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** A token that does not stand for anybody fails, even at addresses that are open to all. */
@ApplicationScoped
class BearerIdentities implements IdentityProvider<BearerRequest> {

  private final TokenCallers tokens;

  BearerIdentities(TokenCallers tokens) {
    this.tokens = tokens;
  }

  @Override
  public Class<BearerRequest> getRequestType() {
    return BearerRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      BearerRequest request, AuthenticationRequestContext context) {
    return context.runBlocking(
        () ->
            tokens
                .find(request.token())
                .map(Identities::of)
                .orElseThrow(AuthenticationFailedException::new));
  }
}
