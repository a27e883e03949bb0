package dev.plumbline.lifecycle.registry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** When a deployment follows the provider to another version of its model by itself. */
public enum VersionUpgrade {
  ONCE_NEW_DEFAULT,
  ONCE_EXPIRED,
  NONE;

  /** The published spelling, for example {@code once_expired}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<VersionUpgrade> findByLabel(String label) {
    return Arrays.stream(values()).filter(each -> each.label().equals(label)).findFirst();
  }

  /** All spellings, for a message. */
  public static String labels() {
    return Arrays.stream(values()).map(VersionUpgrade::label).collect(Collectors.joining(", "));
  }
}
