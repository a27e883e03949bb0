package dev.plumbline.api.problem;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One error as it is told to a caller.
 *
 * @param detail what is wrong with this request, with the value
 * @param field name of the parameter or JSON path that holds the mistake
 * @param line line of the body or file, from 1
 * @param remedy what the caller can do
 * @param retryAfter how long to wait before it can succeed
 */
public record Problem(
    ErrorCode code,
    String detail,
    Optional<String> field,
    OptionalLong line,
    Optional<String> remedy,
    Optional<Duration> retryAfter) {

  public Problem {
    requireNonNull(code, "code");
    requireNonNull(detail, "detail");
    requireNonNull(field, "field");
    requireNonNull(line, "line");
    requireNonNull(remedy, "remedy");
    requireNonNull(retryAfter, "retryAfter");
  }

  public static Problem of(ErrorCode code, String detail) {
    return new Problem(
        code, detail, Optional.empty(), OptionalLong.empty(), Optional.empty(), Optional.empty());
  }

  public Problem atField(String name) {
    return new Problem(code, detail, Optional.of(name), line, remedy, retryAfter);
  }

  public Problem atLine(long number) {
    return new Problem(code, detail, field, OptionalLong.of(number), remedy, retryAfter);
  }

  public Problem withRemedy(String advice) {
    return new Problem(code, detail, field, line, Optional.of(advice), retryAfter);
  }

  public Problem retryAfter(Duration wait) {
    return new Problem(code, detail, field, line, remedy, Optional.of(wait));
  }

  /** The wait in whole seconds, at least one, as the header {@code Retry-After} has it. */
  public OptionalLong retryAfterSeconds() {
    return retryAfter
        .map(wait -> OptionalLong.of(Math.max(1, wait.plusMillis(999).toSeconds())))
        .orElse(OptionalLong.empty());
  }

  /** For people: the field, what is wrong with it, and what they can do. */
  public String sentence() {
    return field.map(name -> name.replace('_', ' ') + ": ").orElse("")
        + detail
        + "."
        + remedy.map(advice -> " Remedy: " + advice + ".").orElse("");
  }

  public ProblemException asException() {
    return new ProblemException(this);
  }
}
