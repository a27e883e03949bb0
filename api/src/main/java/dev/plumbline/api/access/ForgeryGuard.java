package dev.plumbline.api.access;

import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.api.problem.ProblemJson;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * Refuses what another site makes a browser send, before a byte of its body is read. Requests with
 * a token are exempt: no other site can send one. The token of the form is looked at by {@link
 * FormTokens}.
 */
@ApplicationScoped
class ForgeryGuard {

  private static final int BEFORE_AUTHENTICATION = 900;

  static final Problem FORGED =
      Problem.of(ErrorCode.FORBIDDEN, "this request does not come from a page of Plumbline")
          .withRemedy(
              "send it from a page under plumbline.base-url, or with a token and without cookies");

  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final BaseUrl base;
  private final ProblemJson json;

  ForgeryGuard(BaseUrl base, ProblemJson json) {
    this.base = base;
    this.json = json;
  }

  void install(@Observes Filters filters) {
    filters.register(this::guard, BEFORE_AUTHENTICATION);
  }

  private void guard(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (isForABrowser(context) && !RequestOrigin.isOurs(request, base)) {
      json.end(context.response().putHeader("Connection", "close"), FORGED);
      return;
    }
    context.next();
  }

  /** Whatever changes something by a session, or begins one; not programs without cookies. */
  private static boolean isForABrowser(RoutingContext context) {
    HttpServerRequest request = context.request();
    return !SAFE.contains(request.method())
        && !request.headers().contains("Authorization")
        && (SessionCookie.isIn(request) || context.normalizedPath().startsWith("/sign-in"));
  }
}
