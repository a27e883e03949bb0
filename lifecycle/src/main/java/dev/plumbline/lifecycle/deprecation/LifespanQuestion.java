package dev.plumbline.lifecycle.deprecation;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.model.ModelId;
import dev.plumbline.core.model.ModelKind;
import dev.plumbline.core.model.Provider;
import java.util.Optional;
import java.util.OptionalInt;

/** Whose end is asked for, and under which circumstances. */
public record LifespanQuestion(ModelId model, Circumstances circumstances) {

  public LifespanQuestion {
    requireNonNull(model, "model");
    requireNonNull(circumstances, "circumstances");
  }

  /** In the cloud that the region belongs to; without a region in the public one. */
  public LifespanQuestion(
      ModelId model,
      CustomerClass customer,
      Optional<DeploymentType> deployment,
      Optional<String> region) {
    this(
        model,
        new Circumstances(
            customer,
            deployment,
            region,
            Optional.of(region.map(Cloud::ofRegion).orElse(Cloud.PUBLIC))));
  }

  public static LifespanQuestion of(ModelId model, CustomerClass customer) {
    return new LifespanQuestion(model, Circumstances.of(customer));
  }

  /** About all fine-tunes of a base, none of them named. */
  public static LifespanQuestion ofFineTunes(
      Provider provider, String base, Circumstances circumstances) {
    String name = "fine-tunes of " + base;
    return new LifespanQuestion(
        new ModelId(
            name,
            name,
            provider,
            ModelKind.FINE_TUNE,
            Optional.of(base),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty()),
        circumstances);
  }

  public CustomerClass customer() {
    return circumstances.customer();
  }

  public Optional<DeploymentType> deployment() {
    return circumstances.deployment();
  }

  public Optional<String> region() {
    return circumstances.region();
  }
}
