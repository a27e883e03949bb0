package dev.plumbline.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** {@link Problem} as {@code application/problem+json}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Problem", description = "RFC 9457 problem details")
public record ProblemView(
    @Schema(examples = "urn:plumbline:problem:invalid-input") String type,
    @Schema(examples = "The input is not valid") String title,
    @Schema(examples = "400") int status,
    @Schema(examples = "invalid-input") String code,
    @Schema(examples = "'-5' is not a number of requests") String detail,
    @Schema(description = "parameter or JSON path that holds the mistake") @Nullable String field,
    @Schema(description = "line of the body or file, from 1") @Nullable Long line,
    @Schema(description = "what you can do") @Nullable String remedy,
    @Schema(description = "names this one error in the server's log") @Nullable String instance) {

  public static ProblemView of(Problem problem) {
    return of(problem, null);
  }

  /** With an identity under which the server's log holds the cause. */
  static ProblemView logged(Problem problem, UUID id) {
    return of(problem, "urn:uuid:" + id);
  }

  private static ProblemView of(Problem problem, @Nullable String instance) {
    ErrorCode code = problem.code();
    return new ProblemView(
        "urn:plumbline:problem:" + code.code(),
        code.title(),
        code.status(),
        code.code(),
        problem.detail(),
        problem.field().orElse(null),
        problem.line().isPresent() ? problem.line().getAsLong() : null,
        problem.remedy().orElse(null),
        instance);
  }
}
