package dev.plumbline.api.problem;

import java.util.function.Supplier;

/** Reads values from outside. Nothing else turns a refused value into a 400. */
public final class Input {

  private Input() {}

  /**
   * What the supplier makes of the text of a field.
   *
   * @throws ProblemException 400 naming the field, when the supplier refuses its value
   */
  public static <T> T read(String field, Supplier<T> supplier) {
    try {
      return supplier.get();
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      throw refused(field, e.getMessage() == null ? "not valid" : e.getMessage());
    }
  }

  /** A 400 that names the field and what is wrong with it. */
  public static ProblemException refused(String field, String detail) {
    return Problem.of(ErrorCode.INVALID_INPUT, detail).atField(field).asException();
  }
}
