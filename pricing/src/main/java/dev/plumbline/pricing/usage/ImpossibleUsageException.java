package dev.plumbline.pricing.usage;

/** Token counts that no request can have. */
public final class ImpossibleUsageException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String field;

  ImpossibleUsageException(String field, String problem) {
    super(field + " " + problem);
    this.field = field;
  }

  /** The count that cannot be, for example {@code cached_input_tokens}. */
  public String field() {
    return field;
  }
}
