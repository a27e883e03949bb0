package dev.plumbline.pricing.catalogue;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How sure we are of a published amount, the surest first. */
public enum PriceCertainty {
  HIGH,
  MEDIUM,
  LOW;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<PriceCertainty> findByLabel(String label) {
    return Stream.of(values()).filter(level -> level.label().equals(label)).findFirst();
  }
}
