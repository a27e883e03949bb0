package dev.plumbline.api.tokens;

import java.util.Locale;

/** Whether a token works. */
enum TokenStatus {
  ACTIVE,
  EXPIRED,
  REVOKED;

  /** The published spelling, for example {@code active}. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
