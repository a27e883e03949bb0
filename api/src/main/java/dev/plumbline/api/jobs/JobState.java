package dev.plumbline.api.jobs;

import java.util.Locale;

/** Where a window is. */
enum JobState {
  /** Somebody asked for it, and no instance has begun. */
  WAITING,
  RUNNING,
  DONE,
  /** It is tried again until its last attempt. */
  FAILED,
  /** A later window covers it. */
  SKIPPED;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static JobState ofLabel(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
