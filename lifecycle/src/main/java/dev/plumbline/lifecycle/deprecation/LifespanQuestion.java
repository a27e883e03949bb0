package dev.plumbline.lifecycle.deprecation;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.model.ModelId;
import java.util.Optional;

/**
 * Whose end is asked for. A key left empty gives the earliest matching date, and the answer says
 * which keys were open.
 */
public record LifespanQuestion(
    ModelId model,
    CustomerClass customer,
    Optional<DeploymentType> deployment,
    Optional<String> region) {

  public LifespanQuestion {
    requireNonNull(model, "model");
    requireNonNull(customer, "customer");
    requireNonNull(deployment, "deployment");
    requireNonNull(region, "region");
  }

  public static LifespanQuestion of(ModelId model, CustomerClass customer) {
    return new LifespanQuestion(model, customer, Optional.empty(), Optional.empty());
  }
}
