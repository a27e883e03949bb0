package dev.plumbline.lifecycle.deprecation;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Who asks about a date, and where the model runs. A key left empty gives the earliest matching
 * date, and the answer says which keys were open.
 */
public record Circumstances(
    CustomerClass customer,
    Optional<DeploymentType> deployment,
    Optional<String> region,
    Optional<Cloud> cloud) {

  /** Nothing is known of the asker but that the public cloud is meant. */
  public static final Circumstances UNKNOWN = of(CustomerClass.UNKNOWN);

  public Circumstances {
    requireNonNull(customer, "customer");
    requireNonNull(deployment, "deployment");
    requireNonNull(region, "region");
    requireNonNull(cloud, "cloud");
  }

  /** In the public cloud, whatever the deployment type and region. */
  public static Circumstances of(CustomerClass customer) {
    return new Circumstances(
        customer, Optional.empty(), Optional.empty(), Optional.of(Cloud.PUBLIC));
  }
}
