package dev.plumbline.pricing.training;

/** Nobody knows how the model splits text, so its rows cannot be counted. Says the way out. */
public final class UnknownEncodingException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  UnknownEncodingException(String reason) {
    super(reason);
  }
}
