package dev.plumbline.api.models;

import dev.plumbline.lifecycle.deprecation.DeploymentType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The published spellings of {@link DeploymentType}. */
public final class DeploymentTypes {

  private DeploymentTypes() {}

  public static String label(DeploymentType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }

  public static Optional<DeploymentType> findByLabel(String label) {
    return Arrays.stream(DeploymentType.values())
        .filter(each -> label(each).equals(label))
        .findFirst();
  }

  /** All spellings, for a message. */
  public static String labels() {
    return Arrays.stream(DeploymentType.values())
        .map(DeploymentTypes::label)
        .collect(Collectors.joining(", "));
  }
}
