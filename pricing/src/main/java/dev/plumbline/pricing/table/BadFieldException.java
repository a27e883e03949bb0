package dev.plumbline.pricing.table;

/** One field of a file that cannot be read; {@link FactTable} turns it into a finding. */
public final class BadFieldException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String field;
  private final String remedy;

  /**
   * A field and what is wrong with it.
   *
   * @param remedy what the reader can do about it
   */
  public BadFieldException(String field, String problem, String remedy) {
    super(problem);
    this.field = field;
    this.remedy = remedy;
  }

  public String field() {
    return field;
  }

  public String remedy() {
    return remedy;
  }
}
