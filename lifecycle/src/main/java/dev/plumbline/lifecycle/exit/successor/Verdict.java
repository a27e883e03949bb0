package dev.plumbline.lifecycle.exit.successor;

import java.util.Locale;

/** What a check found; what nobody knows is neither good nor bad. */
public enum Verdict {
  PASS,
  FAIL,
  UNKNOWN;

  /** The published spelling, for example {@code pass}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
