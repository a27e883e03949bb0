package dev.plumbline.pricing.catalogue;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How urgently a request is served. Each tier has published prices of its own, never a factor. */
public enum ServiceTier {
  STANDARD("standard"),
  BATCH("batch"),
  FLEX("flex"),
  PRIORITY("priority");

  private final String label;

  ServiceTier(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  public static Optional<ServiceTier> findByLabel(String label) {
    return Stream.of(values()).filter(tier -> tier.label.equals(label)).findFirst();
  }

  public static String labels() {
    return Stream.of(values()).map(ServiceTier::label).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return label;
  }
}
