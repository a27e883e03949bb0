package dev.plumbline.api.web;

import dev.plumbline.api.problem.Problem;
import dev.plumbline.api.problem.ProblemView;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
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

  ProblemPages(@Location("web/problem") Template template, Shells shells) {
    this.template = template;
    this.shells = shells;
  }

  @ServerResponseFilter
  public void page(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof ProblemView problem
        && isForPerson(
            request.getUriInfo().getPath(), request.getHeaderString(HttpHeaders.ACCEPT))) {
      response.setEntity(render(problem), null, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
    }
  }

  /** The page of a problem that ends a request before any resource is reached. */
  public String page(Problem problem) {
    return render(ProblemView.of(problem));
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
