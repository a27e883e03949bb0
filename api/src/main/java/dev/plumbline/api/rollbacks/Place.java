package dev.plumbline.api.rollbacks;

import static java.util.Objects.requireNonNull;

import dev.plumbline.api.models.RegisteredDeployment;
import dev.plumbline.core.model.ModelId;
import dev.plumbline.lifecycle.deprecation.CustomerClass;
import dev.plumbline.lifecycle.deprecation.DeploymentType;
import dev.plumbline.lifecycle.deprecation.LifespanQuestion;
import dev.plumbline.lifecycle.registry.Deployment;
import dev.plumbline.lifecycle.registry.Lineage;
import dev.plumbline.lifecycle.registry.ModelIds;
import dev.plumbline.lifecycle.registry.ModelKey;
import dev.plumbline.lifecycle.registry.Pin;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Where a model is called.
 *
 * @param kind {@code deployment} or {@code application}
 * @param before what was called there before
 */
record Place(
    String kind,
    UUID id,
    String name,
    ModelKey now,
    Optional<ModelKey> before,
    Optional<DeploymentType> type,
    Optional<String> region) {

  private static final ModelIds IDS = ModelIds.bundled();

  Place {
    requireNonNull(kind, "kind");
    requireNonNull(id, "id");
    requireNonNull(name, "name");
    requireNonNull(now, "now");
    requireNonNull(before, "before");
    requireNonNull(type, "type");
    requireNonNull(region, "region");
  }

  static Place of(RegisteredDeployment registered) {
    Deployment deployment = registered.deployment();
    return new Place(
        "deployment",
        registered.id(),
        nameOf(deployment),
        deployment.target(),
        registered.models().previous().map(Pin::target),
        deployment.type(),
        deployment.region());
  }

  static String nameOf(Deployment deployment) {
    return String.join("/", deployment.provider().key(), deployment.account(), deployment.name());
  }

  /** By which a list of places is sorted and read on. */
  String key() {
    return kind + "/" + name + "/" + id;
  }

  /** Until when the model before can be called here. */
  Optional<LifespanQuestion> question(Lineage lineage, Function<ModelId, CustomerClass> customer) {
    return before
        .map(model -> IDS.of(model, lineage.baseOf(model)))
        .map(model -> new LifespanQuestion(model, customer.apply(model), type, region));
  }
}
