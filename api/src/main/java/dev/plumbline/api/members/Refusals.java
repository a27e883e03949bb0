package dev.plumbline.api.members;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.api.problem.ProblemException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What is refused here, in the same words everywhere. */
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
        "use or remove some of those that are there");
  }

  /** Nobody gives, takes or changes more than they have. */
  static void requireCover(Caller caller, Set<String> permissions, Optional<UUID> project) {
    if (!caller.grants().cover(permissions, project)) {
      throw Problem.of(ErrorCode.FORBIDDEN, "this concerns a role that may more than you may")
          .withRemedy("ask somebody who has all permissions of that role")
          .asException();
    }
  }
}
