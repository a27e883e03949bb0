package dev.plumbline.lifecycle.deprecation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * For whom and where a claim holds. An empty set means everywhere, or for everybody.
 *
 * @param customers classes of organisations
 * @param deployments Azure's types of deployment
 * @param regions region codes as the provider writes them
 * @param clouds the provider's clouds
 */
public record ClaimScope(
    Set<CustomerClass> customers,
    Set<DeploymentType> deployments,
    Set<String> regions,
    Set<Cloud> clouds) {

  public static final ClaimScope EVERYWHERE =
      new ClaimScope(Set.of(), Set.of(), Set.of(), Set.of());

  public ClaimScope {
    customers = Set.copyOf(customers);
    deployments = Set.copyOf(deployments);
    regions = Set.copyOf(regions);
    clouds = Set.copyOf(clouds);
  }

  public static ClaimScope ofDeployments(Set<DeploymentType> deployments) {
    return new ClaimScope(Set.of(), deployments, Set.of(), Set.of());
  }

  boolean covers(Circumstances asked) {
    return (asked.customer() == CustomerClass.UNKNOWN
            || admits(customers, Optional.of(asked.customer())))
        && admits(deployments, asked.deployment())
        && admits(regions, asked.region())
        && admits(clouds, asked.cloud());
  }

  private static <T> boolean admits(Set<T> allowed, Optional<T> asked) {
    return allowed.isEmpty() || asked.map(allowed::contains).orElse(true);
  }

  /** What is left to restrict once these circumstances are given; only for a scope that covers. */
  ClaimScope leftOpenBy(Circumstances asked) {
    return new ClaimScope(
        asked.customer() == CustomerClass.UNKNOWN ? customers : Set.of(),
        asked.deployment().isPresent() ? Set.of() : deployments,
        asked.region().isPresent() ? Set.of() : regions,
        asked.cloud().isPresent() ? Set.of() : clouds);
  }

  /** Whether everything that the other scope speaks of is spoken of here too. */
  boolean includes(ClaimScope other) {
    return includes(customers, other.customers)
        && includes(deployments, other.deployments)
        && includes(regions, other.regions)
        && includes(clouds, other.clouds);
  }

  private static <T> boolean includes(Set<T> wide, Set<T> narrow) {
    return wide.isEmpty() || (!narrow.isEmpty() && wide.containsAll(narrow));
  }

  /** The same text for equal scopes; sets have no order of their own. */
  String sortKey() {
    return new TreeSet<>(customers)
        + " "
        + new TreeSet<>(deployments)
        + " "
        + new TreeSet<>(regions)
        + " "
        + new TreeSet<>(clouds);
  }

  /** The keys that this scope restricts and the question leaves open. */
  List<String> openKeys(Circumstances asked) {
    ClaimScope open = leftOpenBy(asked);
    List<String> keys = new ArrayList<>();
    if (!open.customers.isEmpty()) {
      keys.add("customer class");
    }
    if (!open.deployments.isEmpty()) {
      keys.add("deployment type");
    }
    if (!open.regions.isEmpty()) {
      keys.add("region");
    }
    if (!open.clouds.isEmpty()) {
      keys.add("cloud");
    }
    return List.copyOf(keys);
  }
}
