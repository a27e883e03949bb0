package dev.plumbline.api.oidc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.api.access.LocalAddress;
import dev.plumbline.api.access.Sessions;
import dev.plumbline.api.access.SignInWay;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import io.quarkus.oidc.OidcSession;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Where the way to the provider begins and ends. Quarkus has sent the person there, checked the
 * answer and put the ID token into a cookie; this makes a session of our own of it, which can be
 * ended here, and gives the cookie up.
 */
@Path("/sign-in/oidc")
class OidcSignIn {

  private final OidcMembers members;
  private final Claims claims;
  private final ObjectMapper json;
  private final OidcSession oidc;
  private final Sessions sessions;

  OidcSignIn(
      OidcMembers members,
      OidcConfig config,
      ObjectMapper json,
      OidcSession oidc,
      Sessions sessions) {
    this.members = members;
    this.claims = Claims.by(config);
    this.json = json;
    this.oidc = oidc;
    this.sessions = sessions;
  }

  @GET
  @Authenticated
  public Response signIn(@RestQuery @Nullable String to) {
    ClaimedPerson person = claims.read(verified());
    oidc.logout().await().indefinitely();
    return members
        .signIn(person)
        .match(
            new SignInOutcome.Cases<Response>() {
              @Override
              public Response accepted(SignInOutcome.Accepted accepted) {
                return Response.seeOther(new LocalAddress(to == null ? "" : to).uri())
                    .cookie(
                        sessions.begin(accepted.organisation(), accepted.member(), SignInWay.OIDC))
                    .build();
              }

              @Override
              public Response refused(SignInOutcome.Refused refused) {
                throw Problem.of(ErrorCode.FORBIDDEN, refused.reason()).asException();
              }
            });
  }

  /** The claims as they came; Quarkus has verified them. */
  private JsonNode verified() {
    String payload = oidc.getIdToken().getRawToken().split("\\.")[1];
    try {
      return json.readTree(
          new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an ID token that was verified is not JSON", e);
    }
  }
}
