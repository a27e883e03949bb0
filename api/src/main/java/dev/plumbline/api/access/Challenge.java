package dev.plumbline.api.access;

import static java.util.Objects.requireNonNull;

import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/**
 * What somebody is told who has to say first who they are: a person in a browser goes to the
 * sign-in page, everybody else gets a 401.
 *
 * @param header name of the header that says how
 */
record Challenge(int status, String header, String value, Optional<Problem> problem) {

  private static final String SIGN_IN = "/sign-in";

  private static final Problem NEEDED =
      Problem.of(ErrorCode.UNAUTHORIZED, "This address needs a token or a session that is valid.")
          .withRemedy("send Authorization: Bearer with a token, or sign in at " + SIGN_IN);

  Challenge {
    requireNonNull(header, "header");
    requireNonNull(value, "value");
    requireNonNull(problem, "problem");
  }

  static Challenge to(HttpServerRequest request) {
    if (request.headers().contains("Authorization") || request.path().startsWith("/api/")) {
      return new Challenge(401, "WWW-Authenticate", "Bearer", Optional.of(NEEDED));
    }
    if (request.headers().contains("HX-Request")) {
      return new Challenge(401, "HX-Redirect", SIGN_IN, Optional.of(NEEDED));
    }
    String accept = request.getHeader("Accept");
    return accept != null && accept.contains("text/html")
        ? new Challenge(303, "Location", signIn(request), Optional.empty())
        : new Challenge(401, "WWW-Authenticate", "Bearer", Optional.of(NEEDED));
  }

  /** Only what was read can be read again after the sign-in; what was sent would be sent blind. */
  private static String signIn(HttpServerRequest request) {
    return request.method() == HttpMethod.GET
        ? new LocalAddress(request.uri()).after(SIGN_IN)
        : SIGN_IN;
  }
}
