package dev.plumbline.lifecycle.change;

import java.util.Locale;

/** What can stand against a change and be waived; that the author approves can never be. */
public enum Objection {
  /** The model to go back to ends too soon, or its end is not known. */
  ROLLBACK_ENDS_SOON,
  /** Nobody has called the model to go back to lately. */
  ROLLBACK_UNVERIFIED,
  /** There is no model to go back to. */
  NO_ROLLBACK,
  /** Nothing proves that the new model is as good. */
  NO_EVIDENCE;

  /** The published spelling, for example {@code rollback_ends_soon}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
