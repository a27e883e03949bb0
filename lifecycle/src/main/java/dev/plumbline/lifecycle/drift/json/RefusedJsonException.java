package dev.plumbline.lifecycle.drift.json;

/** A document or one of its fields cannot be used; the message names line, field and reason. */
public final class RefusedJsonException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  RefusedJsonException(String message) {
    super(message);
  }
}
