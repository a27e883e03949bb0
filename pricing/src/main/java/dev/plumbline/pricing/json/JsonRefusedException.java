package dev.plumbline.pricing.json;

import static java.util.Objects.requireNonNull;

/**
 * A document is not the strict JSON that we accept. Says the field, what is wrong and the way out.
 */
public final class JsonRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String field;
  private final String problem;
  private final String remedy;

  JsonRefusedException(String field, String problem, String remedy) {
    super(requireNonNull(problem, "problem"));
    this.problem = problem;
    this.field = requireNonNull(field, "field");
    this.remedy = requireNonNull(remedy, "remedy");
  }

  /** Path of the field, for example {@code messages[2].content}; empty for the whole document. */
  public String field() {
    return field;
  }

  /** What is wrong, without place and remedy. */
  public String problem() {
    return problem;
  }

  public String remedy() {
    return remedy;
  }
}
