package dev.plumbline.api.access;

import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.api.problem.ProblemJson;
import dev.plumbline.api.web.ProblemPages;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The policy of every address that no other policy names: whatever is there, nobody gets it. A
 * visitor has to sign in first; everybody else learns that there is nothing.
 */
@ApplicationScoped
class Closed implements HttpSecurityPolicy {

  private static final Problem NOTHING =
      Problem.of(ErrorCode.NOT_FOUND, "There is nothing at this address.");

  private final ProblemPages pages;
  private final ProblemJson json;

  Closed(ProblemPages pages, ProblemJson json) {
    this.pages = pages;
    this.json = json;
  }

  /** As application.properties spells it. */
  @Override
  public String name() {
    return "closed";
  }

  @Override
  public Uni<CheckResult> checkPermission(
      RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
    return identity.flatMap(
        who -> {
          if (who.isAnonymous()) {
            return CheckResult.deny();
          }
          end(request, who);
          return Uni.createFrom().nothing(); // answered: neither passed on nor refused again
        });
  }

  private void end(RoutingContext request, SecurityIdentity who) {
    HttpServerResponse response = request.response();
    if (ProblemPages.isForPerson(request.normalizedPath(), request.request().getHeader("Accept"))) {
      pages.end(response, NOTHING, who);
    } else {
      json.end(response, NOTHING);
    }
  }
}
