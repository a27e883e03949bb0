package dev.plumbline.pricing.override;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.model.Provider;
import dev.plumbline.pricing.catalogue.Component;
import dev.plumbline.pricing.catalogue.ServiceTier;
import java.time.LocalDate;

/**
 * Which price is asked for.
 *
 * @param model the billed base model
 * @param fullName the name as the caller wrote it, for prices of one fine-tune
 */
public record OverrideQuestion(
    Provider provider,
    String model,
    String fullName,
    boolean fineTuned,
    Component component,
    ServiceTier tier,
    LocalDate day) {

  public OverrideQuestion {
    requireNonNull(provider, "provider");
    requireNonNull(model, "model");
    requireNonNull(fullName, "fullName");
    requireNonNull(component, "component");
    requireNonNull(tier, "tier");
    requireNonNull(day, "day");
  }

  boolean isNamed(String name) {
    return name.equals(model) || name.equals(fullName);
  }
}
