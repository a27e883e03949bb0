package dev.plumbline.pricing.breakeven.table;

/** A cell that is no input, with its column; the message says what is wrong and what to write. */
public final class BadCellException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String column;

  BadCellException(String column, String message) {
    super(message);
    this.column = column;
  }

  public String column() {
    return column;
  }
}
