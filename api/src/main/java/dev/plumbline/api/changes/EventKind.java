package dev.plumbline.api.changes;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

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

  /** Labels of those after which nothing else happens. */
  static List<String> decisions() {
    return Stream.of(APPROVED, REFUSED, WITHDRAWN).map(EventKind::label).toList();
  }

  static EventKind ofLabel(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
