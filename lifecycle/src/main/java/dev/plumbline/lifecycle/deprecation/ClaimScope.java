package dev.plumbline.lifecycle.deprecation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * For whom and where a claim holds. An empty set means everywhere, or for everybody.
 *
 * @param customers classes of organisations
 * @param deployments Azure's types of deployment
 * @param regions region codes as the provider writes them
 */
public record ClaimScope(
    Set<CustomerClass> customers, Set<DeploymentType> deployments, Set<String> regions) {

  public static final ClaimScope EVERYWHERE = new ClaimScope(Set.of(), Set.of(), Set.of());

  public ClaimScope {
    customers = Set.copyOf(customers);
    deployments = Set.copyOf(deployments);
    regions = Set.copyOf(regions);
  }

  boolean covers(LifespanQuestion question) {
    return (question.customer() == CustomerClass.UNKNOWN
            || admits(customers, Optional.of(question.customer())))
        && admits(deployments, question.deployment())
        && admits(regions, question.region());
  }

  private static <T> boolean admits(Set<T> allowed, Optional<T> asked) {
    return allowed.isEmpty() || asked.map(allowed::contains).orElse(true);
  }

  /** The keys that this scope restricts and the question leaves open. */
  List<String> openKeys(LifespanQuestion question) {
    List<String> open = new ArrayList<>();
    if (!customers.isEmpty() && question.customer() == CustomerClass.UNKNOWN) {
      open.add("customer class");
    }
    if (!deployments.isEmpty() && question.deployment().isEmpty()) {
      open.add("deployment type");
    }
    if (!regions.isEmpty() && question.region().isEmpty()) {
      open.add("region");
    }
    return List.copyOf(open);
  }
}
