package dev.plumbline.lifecycle.pinning;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rules that a policy can have; a waiver is for one of them. */
public enum RuleName {
  NO_MOVING_ALIAS,
  BASE_LIVES,
  ROLLBACK_TARGET,
  EVALUATION_BASELINE,
  FINE_TUNE_AGE,
  APPROVED_MODELS;

  /** The published spelling, for example {@code no_moving_alias}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<RuleName> findByLabel(String label) {
    return Arrays.stream(values()).filter(each -> each.label().equals(label)).findFirst();
  }

  /** All spellings, for a message. */
  public static String labels() {
    return Arrays.stream(values()).map(RuleName::label).collect(Collectors.joining(", "));
  }
}
