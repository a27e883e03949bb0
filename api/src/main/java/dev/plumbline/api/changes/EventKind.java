package dev.plumbline.api.changes;

import java.util.Locale;

/** What can happen to a request for a change. */
public enum EventKind {
  EVIDENCE,
  WAIVER,
  APPROVED,
  REFUSED,
  WITHDRAWN;

  /** The published spelling, for example {@code approved}. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static EventKind ofLabel(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
