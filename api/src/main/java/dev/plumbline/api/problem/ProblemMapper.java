package dev.plumbline.api.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.plumbline.api.metrics.MetricNames;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.vertx.core.http.HttpClosedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever ends a request early into a problem without a word about the inside. */
class ProblemMapper {

  static final String MEDIA_TYPE = "application/problem+json";

  private final Counter defects;

  ProblemMapper(MeterRegistry metrics) {
    defects = metrics.counter(MetricNames.PROBLEMS_INTERNAL);
  }

  @ServerExceptionMapper
  public Response ours(ProblemException e) {
    Response.ResponseBuilder answer = builder(ProblemView.of(e.problem()));
    e.problem().retryAfterSeconds().ifPresent(seconds -> answer.header("Retry-After", seconds));
    return answer.build();
  }

  /** The framework's "not found" has a cause when it could not read a parameter. */
  @ServerExceptionMapper
  public Response notFound(NotFoundException e) {
    if (e.getCause() == null) {
      return framework(e);
    }
    return answer(
        ProblemView.of(
            Problem.of(ErrorCode.INVALID_INPUT, "A parameter is not of the kind expected here.")
                .withRemedy("see the parameters in /q/openapi")));
  }

  @ServerExceptionMapper
  public Response framework(WebApplicationException e) {
    if (jsonCause(e) instanceof JsonProcessingException json) {
      return malformed(json);
    }
    ErrorCode code = ErrorCode.ofStatus(e.getResponse().getStatus());
    if (code == ErrorCode.INTERNAL_ERROR) {
      return failed(e);
    }
    Response.ResponseBuilder answer = builder(ProblemView.of(Problem.of(code, detailOf(code))));
    Object allow = e.getResponse().getHeaders().getFirst("Allow");
    return (allow == null ? answer : answer.header("Allow", allow)).build();
  }

  /** Named too, because Quarkus has a mapper of its own for this one. */
  @ServerExceptionMapper
  public Response mismatched(MismatchedInputException e) {
    return malformed(e);
  }

  @ServerExceptionMapper
  public Response malformed(JsonProcessingException e) {
    Problem problem = Problem.of(ErrorCode.MALFORMED_JSON, detailOf(e));
    JsonLocation location = e.getLocation();
    if (location != null && location.getLineNr() > 0) {
      problem = problem.atLine(location.getLineNr());
    }
    if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      problem = problem.atField(pathOf(mapping));
    }
    return answer(ProblemView.of(problem.withRemedy("see the schema in /q/openapi")));
  }

  @ServerExceptionMapper
  public Response failed(Throwable e) {
    if (senderLeft(e)) {
      Log.debugf("the sender closed the connection: %s", e.getMessage());
      return answer(ProblemView.of(Problem.of(ErrorCode.BAD_REQUEST, "The body ended early.")));
    }
    UUID id = UUID.randomUUID();
    defects.increment();
    Log.errorf(e, "request failed, problem urn:uuid:%s", id);
    Problem problem =
        Problem.of(ErrorCode.INTERNAL_ERROR, "The server failed; its log has the cause.")
            .withRemedy("send the request again; report the instance when it fails again");
    return answer(ProblemView.logged(problem, id));
  }

  private static boolean senderLeft(Throwable e) {
    Throwable cause = e;
    while (cause != null && !(cause instanceof HttpClosedException)) {
      cause = cause.getCause();
    }
    return cause != null;
  }

  private static Throwable jsonCause(Throwable e) {
    Throwable cause = e;
    while (cause != null && !(cause instanceof JsonProcessingException)) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** Jackson's own texts name our classes, so the sentence is made here. */
  private static String detailOf(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return "unknown field '" + Printable.of(unknown.getPropertyName()) + "'";
    }
    if (e instanceof InvalidFormatException format && format.getTargetType() == String.class) {
      return "a text that cannot be read"; // not repeated, because it may be a password
    }
    if (e instanceof InvalidFormatException format) {
      return "'%s' is not %s"
          .formatted(
              Printable.of(String.valueOf(format.getValue())),
              Printable.kindOf(format.getTargetType()));
    }
    return e instanceof JsonMappingException mapping
        ? Printable.causeOf(mapping)
        : "the text is not valid JSON";
  }

  private static String pathOf(JsonMappingException e) {
    return Printable.of(
        e.getPath().stream()
            .map(at -> at.getFieldName() == null ? "[" + at.getIndex() + "]" : at.getFieldName())
            .collect(Collectors.joining("."))
            .replace(".[", "["));
  }

  private static String detailOf(ErrorCode code) {
    return switch (code) {
      case NOT_FOUND -> "There is nothing at this address, or a value in it cannot be read.";
      case METHOD_NOT_ALLOWED -> "This address does not take this method.";
      case UNSUPPORTED_MEDIA_TYPE -> "This address does not take this Content-Type.";
      case NOT_ACCEPTABLE -> "This address cannot answer in the type that Accept asks for.";
      case BODY_TOO_LARGE -> "The body is larger than this address takes.";
      case INVALID_INPUT,
          MALFORMED_JSON,
          BAD_REQUEST,
          UNAUTHORIZED,
          FORBIDDEN,
          REQUEST_TIMEOUT,
          CONFLICT,
          TOO_MANY_REQUESTS,
          INTERNAL_ERROR,
          UNAVAILABLE ->
          code.title() + ".";
    };
  }

  private static Response answer(ProblemView view) {
    return builder(view).build();
  }

  private static Response.ResponseBuilder builder(ProblemView view) {
    return Response.status(view.status())
        .type(MediaType.valueOf(MEDIA_TYPE))
        .header("Cache-Control", "no-store")
        .entity(view);
  }
}
