package dev.plumbline.api.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers with a problem where no resource has been reached yet. */
@ApplicationScoped
public class ProblemJson {

  private final ObjectMapper mapper;

  ProblemJson(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  public void end(HttpServerResponse response, Problem problem) {
    problem
        .retryAfterSeconds()
        .ifPresent(seconds -> response.putHeader("Retry-After", Long.toString(seconds)));
    response
        .setStatusCode(problem.code().status())
        .putHeader("Content-Type", ProblemMapper.MEDIA_TYPE)
        .putHeader("Cache-Control", "no-store")
        .end(text(problem));
  }

  private String text(Problem problem) {
    try {
      return mapper.writeValueAsString(ProblemView.of(problem));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
