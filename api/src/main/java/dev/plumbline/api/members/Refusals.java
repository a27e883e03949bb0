package dev.plumbline.api.members;

import dev.plumbline.api.identity.Caller;
import dev.plumbline.api.problem.ErrorCode;
import dev.plumbline.api.problem.Problem;
import dev.plumbline.api.problem.ProblemException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What is refused here, in the same words everywhere. */
final class Refusals {

  private static final String UNIQUE_VIOLATION = "23505";

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

  /** Stores a new row; one that a unique key refuses is a conflict. */
  static void store(EntityManager entities, Object row, ProblemException conflict) {
    unique(
        () -> {
          entities.persist(row);
          entities.flush();
        },
        conflict);
  }

  /** Runs a write; one that a unique key refuses is a conflict. */
  static void unique(Runnable write, ProblemException conflict) {
    try {
      write.run();
    } catch (PersistenceException e) {
      if (isUniqueViolation(e)) {
        throw conflict;
      }
      throw e;
    }
  }

  private static boolean isUniqueViolation(PersistenceException e) {
    Throwable cause = e;
    while (cause != null) {
      if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
