package dev.plumbline.api.access;

import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.api.problem.ProblemView;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What the framework refuses inside of resources, in the words of everything else. */
class SecurityFailures {

  private static final String PROBLEM = "application/problem+json";

  @ServerExceptionMapper
  public Response unauthorized(UnauthorizedException e, HttpServerRequest request) {
    return answer(Challenge.to(request));
  }

  @ServerExceptionMapper
  public Response failed(AuthenticationFailedException e, HttpServerRequest request) {
    return answer(Challenge.to(request));
  }

  @ServerExceptionMapper
  public Response forbidden(ForbiddenException e) {
    return answer(
            403,
            Problem.of(ErrorCode.FORBIDDEN, "Your role or token does not allow this.")
                .withRemedy("ask an administrator of your organisation for one that does"))
        .build();
  }

  private static Response answer(Challenge challenge) {
    return challenge
        .problem()
        .map(problem -> answer(challenge.status(), problem))
        .orElseGet(() -> Response.status(challenge.status()))
        .header(challenge.header(), challenge.value())
        .build();
  }

  private static Response.ResponseBuilder answer(int status, Problem problem) {
    return Response.status(status).type(PROBLEM).entity(ProblemView.of(problem));
  }
}
