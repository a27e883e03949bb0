package dev.plumbline.lifecycle.registry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the audit of a training file ended with. */
public enum DatasetVerdict {
  CLEAN,
  WARNINGS,
  BLOCKED;

  /** The published spelling, for example {@code clean}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<DatasetVerdict> findByLabel(String label) {
    return Arrays.stream(values()).filter(each -> each.label().equals(label)).findFirst();
  }

  /** All spellings, for a message. */
  public static String labels() {
    return Arrays.stream(values()).map(DatasetVerdict::label).collect(Collectors.joining(", "));
  }
}
