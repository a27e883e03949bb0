package dev.plumbline.pricing.override;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.model.Provider;
import dev.plumbline.pricing.catalogue.Component;
import dev.plumbline.pricing.catalogue.ServiceTier;
import java.util.Optional;

/**
 * What an override is for; every empty field means "any".
 *
 * @param model billed base model, or the full name of one fine-tune
 * @param fineTuned true for tuned weights only, false for bases only
 */
public record OverrideScope(
    Optional<Provider> provider,
    Optional<String> model,
    Optional<Boolean> fineTuned,
    Optional<Component> component,
    Optional<ServiceTier> tier) {

  public OverrideScope {
    requireNonNull(provider, "provider");
    requireNonNull(model, "model");
    requireNonNull(fineTuned, "fineTuned");
    requireNonNull(component, "component");
    requireNonNull(tier, "tier");
  }

  /** A scope that a price falls into or not. */
  public boolean covers(OverrideQuestion question) {
    return isAnyOr(provider, question.provider())
        && model.map(question::isNamed).orElse(true)
        && isAnyOr(fineTuned, question.fineTuned())
        && isAnyOr(component, question.component())
        && isAnyOr(tier, question.tier());
  }

  /**
   * The narrower scope wins: a model counts more than a component, a component more than a tier.
   */
  int narrowness() {
    return weight(model, 16)
        + weight(component, 8)
        + weight(tier, 4)
        + weight(fineTuned, 2)
        + weight(provider, 1);
  }

  private static <T> boolean isAnyOr(Optional<T> wanted, T value) {
    return wanted.isEmpty() || wanted.get().equals(value);
  }

  private static int weight(Optional<?> field, int weight) {
    return field.isPresent() ? weight : 0;
  }
}
