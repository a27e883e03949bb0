package dev.plumbline.api.database;

/** The embedded database cannot be used. The message says why and what to do. */
public final class DatabaseException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public DatabaseException(String message) {
    super(message);
  }

  public DatabaseException(String message, Throwable cause) {
    super(message, cause);
  }
}
