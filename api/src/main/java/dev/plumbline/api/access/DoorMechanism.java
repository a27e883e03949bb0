package dev.plumbline.api.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AnonymousAuthenticationRequest;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks at a request for a token, then for a session. A token is always what counts: no page of
 * another site can send one, so that a cookie that came along changes nothing.
 */
@ApplicationScoped
class DoorMechanism implements HttpAuthenticationMechanism {

  /** Below it the provider of people's identities is asked, and nobody else. */
  private static final String PROVIDER = "/sign-in/oidc";

  private static final int BEFORE_OTHERS = HttpAuthenticationMechanism.DEFAULT_PRIORITY * 2;

  private static final Pattern BEARER =
      Pattern.compile("Bearer +([A-Za-z0-9._~+/-]{1,512}=*)", Pattern.CASE_INSENSITIVE);

  private final Challenges challenges;

  DoorMechanism(Challenges challenges) {
    this.challenges = challenges;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identities) {
    if (isProviders(context)) {
      return Uni.createFrom().nullItem();
    }
    HttpServerRequest request = context.request();
    List<String> authorization = request.headers().getAll("Authorization");
    if (!authorization.isEmpty()) {
      return bearer(authorization)
          .map(token -> identities.authenticate(new BearerRequest(token)))
          .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException()));
    }
    return SessionCookie.read(request)
        .map(session -> identities.authenticate(new SessionRequest(session)))
        .orElseGet(() -> identities.authenticate(AnonymousAuthenticationRequest.INSTANCE));
  }

  private static Optional<String> bearer(List<String> authorization) {
    Matcher bearer = BEARER.matcher(authorization.get(0));
    return authorization.size() == 1 && bearer.matches()
        ? Optional.of(bearer.group(1))
        : Optional.empty();
  }

  @Override
  public Uni<Boolean> sendChallenge(RoutingContext context) {
    if (isProviders(context)) {
      return Uni.createFrom().item(false);
    }
    challenges.send(context);
    return Uni.createFrom().item(true);
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return isProviders(context)
        ? Uni.createFrom().nullItem()
        : Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(BearerRequest.class, SessionRequest.class);
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
    return Uni.createFrom()
        .item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, "plumbline"));
  }

  @Override
  public int getPriority() {
    return BEFORE_OTHERS;
  }

  private static boolean isProviders(RoutingContext context) {
    String path = context.normalizedPath();
    return path.equals(PROVIDER) || path.startsWith(PROVIDER + "/");
  }
}
