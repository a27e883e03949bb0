package dev.plumbline.core.owner;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How much depends on what runs there. A closed set, so that rules and metrics can name each. */
public enum Environment {
  PRODUCTION,
  STAGING,
  DEVELOPMENT;

  /** The published spelling, for example {@code production}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Environment> findByLabel(String label) {
    return Arrays.stream(values()).filter(each -> each.label().equals(label)).findFirst();
  }

  /** All spellings, for a message. */
  public static String labels() {
    return Arrays.stream(values()).map(Environment::label).collect(Collectors.joining(", "));
  }
}
