package dev.plumbline.lifecycle.exit.successor;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.deprecation.Circumstances;
import dev.plumbline.lifecycle.deprecation.Cloud;
import dev.plumbline.lifecycle.deprecation.CustomerClass;
import dev.plumbline.lifecycle.deprecation.DeploymentType;
import java.util.Optional;

/** Where a model runs. What is empty is not known, or is no matter at that provider. */
public record Placement(
    Optional<DeploymentType> deployment, Optional<String> region, Optional<Cloud> cloud) {

  public static final Placement UNKNOWN =
      new Placement(Optional.empty(), Optional.empty(), Optional.empty());

  public Placement {
    requireNonNull(deployment, "deployment");
    requireNonNull(region, "region");
    requireNonNull(cloud, "cloud");
  }

  /** The cloud that is meant: the one said, else the region's, else the public one. */
  public Cloud effectiveCloud() {
    return cloud.or(() -> region.map(Cloud::ofRegion)).orElse(Cloud.PUBLIC);
  }

  /** The same in a question about dates. */
  public Circumstances circumstances(CustomerClass customer) {
    return new Circumstances(customer, deployment, region, Optional.of(effectiveCloud()));
  }
}
