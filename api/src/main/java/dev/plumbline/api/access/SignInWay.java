package dev.plumbline.api.access;

import java.util.Locale;

/** How a session came about. */
public enum SignInWay {
  PASSWORD,
  LINK,
  OIDC;

  /** The stored and published spelling, for example {@code password}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static SignInWay ofLabel(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
