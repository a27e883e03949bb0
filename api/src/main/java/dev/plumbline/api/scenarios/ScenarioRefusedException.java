package dev.plumbline.api.scenarios;

/** A scenario that cannot be read: the field, what is wrong with it, and what to write. */
public final class ScenarioRefusedException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String field;

  public ScenarioRefusedException(String field, String message) {
    super(message);
    this.field = field;
  }

  /** Path such as {@code base.static_tokens}; empty for the whole document. */
  public String field() {
    return field;
  }

  /** Field and message in one line. */
  public String line() {
    return field.isEmpty() ? getMessage() : field + ": " + getMessage();
  }
}
