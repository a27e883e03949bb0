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

  /** About a base by the name that a table gives it. */
  public static LifespanQuestion ofBase(
      Provider provider, String base, Circumstances circumstances) {
    return new LifespanQuestion(
        named(provider, base, base, ModelKind.BASE_SNAPSHOT), circumstances);
  }

  /** About all fine-tunes of a base, none of them named. */
  public static LifespanQuestion ofFineTunes(
      Provider provider, String base, Circumstances circumstances) {
    return new LifespanQuestion(
        named(provider, "fine-tunes of " + base, base, ModelKind.FINE_TUNE), circumstances);
  }

  private static ModelId named(Provider provider, String name, String base, ModelKind kind) {
    return new ModelId(
        name,
        name,
        provider,
        kind,
        Optional.of(base),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty());
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
