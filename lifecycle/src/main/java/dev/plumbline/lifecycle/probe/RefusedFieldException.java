package dev.plumbline.lifecycle.probe;

/** A field of a line is not what a probe needs. */
final class RefusedFieldException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String field;

  RefusedFieldException(String field, String why) {
    super(why);
    this.field = field;
  }

  /** Its path, for example {@code messages[2].role}; empty for the whole line. */
  String field() {
    return field;
  }
}
