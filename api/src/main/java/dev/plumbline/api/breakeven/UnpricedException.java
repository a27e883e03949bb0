package dev.plumbline.api.breakeven;

/** A price that the question needs is not known; the message names model, component and day. */
final class UnpricedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnpricedException(String explanation) {
    super(explanation);
  }
}
