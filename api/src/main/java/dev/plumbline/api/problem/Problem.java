package dev.plumbline.api.problem;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * One error as it is told to a caller.
 *
 * @param detail what is wrong with this request, with the value
 * @param field name of the parameter or JSON path that holds the mistake
 * @param line line of the body or file, from 1
 * @param remedy what the caller can do
 */
public record Problem(
    ErrorCode code,
    String detail,
    Optional<String> field,
    OptionalLong line,
    Optional<String> remedy) {

  public Problem {
    requireNonNull(code, "code");
    requireNonNull(detail, "detail");
    requireNonNull(field, "field");
    requireNonNull(line, "line");
    requireNonNull(remedy, "remedy");
  }

  public static Problem of(ErrorCode code, String detail) {
    return new Problem(code, detail, Optional.empty(), OptionalLong.empty(), Optional.empty());
  }

  public Problem atField(String name) {
    return new Problem(code, detail, Optional.of(name), line, remedy);
  }

  public Problem atLine(long number) {
    return new Problem(code, detail, field, OptionalLong.of(number), remedy);
  }

  public Problem withRemedy(String advice) {
    return new Problem(code, detail, field, line, Optional.of(advice));
  }

  public ProblemException asException() {
    return new ProblemException(this);
  }
}
