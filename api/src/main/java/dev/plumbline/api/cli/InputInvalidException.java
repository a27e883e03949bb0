package dev.plumbline.api.cli;

import java.util.function.Supplier;

/** Input that the user must correct: exit code 3. The message names place, field and remedy. */
public final class InputInvalidException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public InputInvalidException(String message) {
    super(message);
  }

  /**
   * Reads one value of the user's; a value that the domain refuses becomes an answer to the user.
   *
   * @param field option, column or path as the user knows it
   */
  public static <T> T reading(String field, Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      throw new InputInvalidException(field + ": " + e.getMessage());
    }
  }
}
