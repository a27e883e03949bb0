package dev.plumbline.lifecycle.registry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What it means when an application stands still. */
public enum Criticality {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL;

  /** The published spelling, for example {@code high}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Criticality> findByLabel(String label) {
    return Arrays.stream(values()).filter(each -> each.label().equals(label)).findFirst();
  }

  /** All spellings, for a message. */
  public static String labels() {
    return Arrays.stream(values()).map(Criticality::label).collect(Collectors.joining(", "));
  }
}
