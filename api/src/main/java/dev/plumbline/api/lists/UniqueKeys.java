package dev.plumbline.api.lists;

import dev.plumbline.api.problem.ProblemException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;

/** Writes that the database refuses because something with the same key is there. */
public final class UniqueKeys {

  private static final String UNIQUE_VIOLATION = "23505";

  private UniqueKeys() {}

  /** Stores a new row; one that a unique key refuses is the conflict. */
  public static void store(EntityManager entities, Object row, ProblemException conflict) {
    check(
        () -> {
          entities.persist(row);
          entities.flush();
        },
        conflict);
  }

  /** Runs a write; one that a unique key refuses is the conflict. */
  public static void check(Runnable write, ProblemException conflict) {
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
