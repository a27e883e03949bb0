package dev.plumbline.api.oidc;

import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.api.problem.ProblemJson;
import dev.plumbline.api.problem.ProblemView;
import dev.plumbline.api.web.ProblemPages;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells a person that the provider's answer was refused, which Quarkus does with an empty page. */
@ApplicationScoped
class Refusal {

  /** What was wrong with the token stays in the log: it is for the operator, not for a forger. */
  private static final Problem REFUSED =
      Problem.of(ErrorCode.UNAUTHORIZED, "what the sign-in provider answered was refused")
          .withRemedy("begin again at /sign-in; if it stays so, ask who operates this server");

  private static final SecurityIdentity VISITOR =
      QuarkusSecurityIdentity.builder().setAnonymous(true).build();

  private final ProblemPages pages;
  private final ProblemJson json;
  private final CurrentIdentityAssociation identities;

  Refusal(ProblemPages pages, ProblemJson json, CurrentIdentityAssociation identities) {
    this.pages = pages;
    this.json = json;
    this.identities = identities;
  }

  @ServerExceptionMapper
  public Response refused(AuthenticationCompletionException e) {
    identities.setIdentity(VISITOR); // the page asks who reads it, and must not ask the provider
    return Response.status(REFUSED.code().status())
        .type("application/problem+json")
        .entity(ProblemView.of(REFUSED))
        .build();
  }

  /** Ends a request before anybody has asked who sent it. */
  void end(RoutingContext context, Problem problem) {
    String accept = context.request().getHeader("Accept");
    if (ProblemPages.isForPerson(context.normalizedPath(), accept)) {
      pages.end(context.response(), problem, VISITOR);
    } else {
      json.end(context.response(), problem);
    }
  }
}
