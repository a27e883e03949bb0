package dev.plumbline.api.models;

import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Input;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.api.problem.ProblemException;
import java.util.UUID;
import java.util.function.Supplier;

/** What the registry refuses, in the same words everywhere. */
final class Refusals {

  private Refusals() {}

  /** Of an id that does not exist, and of one that is another organisation's: nobody can tell. */
  static ProblemException missing(String kind, UUID id) {
    return Problem.of(ErrorCode.NOT_FOUND, "no %s %s".formatted(kind, id)).asException();
  }

  static ProblemException conflict(String detail, String remedy) {
    return Problem.of(ErrorCode.CONFLICT, detail).withRemedy(remedy).asException();
  }

  static ProblemException full(String kinds, long limit) {
    return conflict(
        "there are %d %s, which is the limit".formatted(limit, kinds),
        "use those that are there, or ask who runs this installation");
  }

  /** What the domain makes of a change; a refusal of the domain is a 400 at that field. */
  static <T> T unlessRefused(String field, Supplier<T> change) {
    return Input.read(field, change);
  }
}
