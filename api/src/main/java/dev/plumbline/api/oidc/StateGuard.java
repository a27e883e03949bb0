package dev.plumbline.api.oidc;

import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Refuses an answer of the provider that nobody here has asked for. Quarkus would begin a new flow
 * instead, so that a replayed or foreign answer looked like a person who signs in.
 */
@ApplicationScoped
class StateGuard {

  private static final String PATH = "/sign-in/oidc";
  private static final String STATE_COOKIE = "q_auth_people";
  private static final int BEFORE_AUTHENTICATION = 1_000;

  private static final Problem NOT_YOURS =
      Problem.of(ErrorCode.UNAUTHORIZED, "this answer of the sign-in provider is not for you")
          .withRemedy("begin again at /sign-in");

  private final Refusal refusal;

  StateGuard(Refusal refusal) {
    this.refusal = refusal;
  }

  void install(@Observes Filters filters) {
    filters.register(this::guard, BEFORE_AUTHENTICATION);
  }

  private void guard(RoutingContext context) {
    if (context.normalizedPath().equals(PATH) && isAnswer(context) && !hasState(context)) {
      refusal.end(context, NOT_YOURS);
      return;
    }
    context.next();
  }

  private static boolean isAnswer(RoutingContext context) {
    return context.queryParams().contains("state") || context.queryParams().contains("code");
  }

  private static boolean hasState(RoutingContext context) {
    return context.request().cookies().stream()
        .map(Cookie::getName)
        .anyMatch(name -> name.startsWith(STATE_COOKIE));
  }
}
