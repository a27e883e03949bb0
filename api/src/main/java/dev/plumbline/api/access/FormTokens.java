package dev.plumbline.api.access;

import dev.plumbline.api.problem.ProblemView;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/**
 * Asks every change made by a session for the token of that session: in a header, or in a field of
 * the form. A page of another site cannot know it.
 */
class FormTokens {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final SessionVisitors visitors;

  FormTokens(SessionVisitors visitors) {
    this.visitors = visitors;
  }

  @WithFormRead
  @ServerRequestFilter
  public Optional<Response> check(ContainerRequestContext context, HttpServerRequest request) {
    if (SAFE.contains(context.getMethod()) || request.headers().contains("Authorization")) {
      return Optional.empty();
    }
    return visitors
        .session()
        .map(session -> session.id().csrfToken())
        .filter(expected -> given(context).filter(expected::is).isEmpty())
        .map(
            expected ->
                Response.status(403)
                    .type("application/problem+json")
                    .entity(ProblemView.of(ForgeryGuard.FORGED))
                    .build());
  }

  private static Optional<String> given(ContainerRequestContext context) {
    String header = context.getHeaderString(CsrfToken.HEADER);
    if (header != null) {
      return Optional.of(header);
    }
    ResteasyReactiveRequestContext request = CurrentRequestManager.get();
    return request.getFormData() != null
            && request.getFormParameter(CsrfToken.FIELD, true, false) instanceof String field
        ? Optional.of(field)
        : Optional.empty();
  }
}
