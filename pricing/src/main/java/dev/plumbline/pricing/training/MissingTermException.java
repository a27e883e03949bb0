package dev.plumbline.pricing.training;

/** Something that a price depends on is not known; becomes the reason of an unpriced estimate. */
final class MissingTermException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String reason;

  MissingTermException(String reason) {
    super(reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
