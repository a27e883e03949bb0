package dev.plumbline.core.alert;

import java.util.Locale;

/** How much an alert matters, the least first; the words of PagerDuty's events. */
public enum AlertSeverity {
  INFO,
  WARNING,
  ERROR,
  CRITICAL;

  /** One higher; the highest stays. */
  public AlertSeverity raised() {
    return switch (this) {
      case INFO -> WARNING;
      case WARNING -> ERROR;
      case ERROR, CRITICAL -> CRITICAL;
    };
  }

  public boolean isAtLeast(AlertSeverity other) {
    return compareTo(other) >= 0;
  }

  /** The published spelling, for example {@code warning}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The severity of that spelling.
   *
   * @throws IllegalArgumentException for another word
   */
  public static AlertSeverity ofLabel(String label) {
    for (AlertSeverity each : values()) {
      if (each.label().equals(label)) {
        return each;
      }
    }
    throw new IllegalArgumentException("not info, warning, error or critical: " + label);
  }
}
