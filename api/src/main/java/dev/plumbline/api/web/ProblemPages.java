package dev.plumbline.api.web;

import dev.plumbline.api.problem.Problem;
import dev.plumbline.api.problem.ProblemView;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Shows a person in a browser a page where a program gets problem details. */
@ApplicationScoped
public class ProblemPages {

  private final Template template;
  private final Shells shells;

  private final CurrentIdentityAssociation identities;

  ProblemPages(
      @Location("web/problem") Template template,
      Shells shells,
      CurrentIdentityAssociation identities) {
    this.template = template;
    this.shells = shells;
    this.identities = identities;
  }

  @ServerResponseFilter
  public void page(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof ProblemView problem
        && isForPerson(
            request.getUriInfo().getPath(), request.getHeaderString(HttpHeaders.ACCEPT))) {
      response.setEntity(render(problem), null, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
    }
  }

  /**
   * Ends a request that reaches no resource with the page of its problem.
   *
   * @param who whose name the frame of the page shows, which nobody has been told here yet
   */
  public void end(HttpServerResponse response, Problem problem, SecurityIdentity who) {
    ManagedContext context = Arc.container().requestContext();
    boolean ours = !context.isActive();
    if (ours) {
      context.activate();
    }
    try {
      identities.setIdentity(who);
      response
          .setStatusCode(problem.code().status())
          .putHeader("Content-Type", "text/html;charset=UTF-8")
          .end(render(ProblemView.of(problem)));
    } finally {
      if (ours) {
        context.terminate();
      }
    }
  }

  private String render(ProblemView problem) {
    return template
        .data("shell", shells.of(Section.NONE, problem.title()))
        .data("problem", problem)
        .render();
  }

  /** Browsers name HTML first; programs that take anything get JSON. */
  public static boolean isForPerson(String path, @Nullable String accept) {
    boolean machine = path.startsWith("/api/") || path.startsWith("/q/");
    return !machine && accept != null && accept.contains(MediaType.TEXT_HTML);
  }
}
