package dev.plumbline.lifecycle.exit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a plan is; each is reached from the one before it. */
public enum ExitStatus {
  NONE,
  DRAFT,
  GOLDEN_RECORDED,
  CANDIDATE_CHOSEN,
  APPROVED,
  SWITCHED,
  CLOSED;

  /** The published spelling, for example {@code golden_recorded}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ExitStatus> findByLabel(String label) {
    return Arrays.stream(values()).filter(status -> status.label().equals(label)).findFirst();
  }
}
