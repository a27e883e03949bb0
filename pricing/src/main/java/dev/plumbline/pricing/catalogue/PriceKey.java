package dev.plumbline.pricing.catalogue;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.model.Provider;
import java.util.OptionalLong;

/**
 * What a price is for.
 *
 * @param model base snapshot, size class or hardware as the provider bills it; {@code *} stands for
 *     every model of the provider
 * @param fineTuned whether the price is for tuned weights: another row, never a factor
 * @param variant deployment type, region, commitment or data sharing; empty where it does not
 *     matter
 * @param contextAbove tokens of total input above which the price holds; empty for the base price
 */
public record PriceKey(
    Provider provider,
    String model,
    boolean fineTuned,
    Component component,
    ServiceTier tier,
    String variant,
    OptionalLong contextAbove) {

  /** The model of a row that holds for every model of its provider. */
  public static final String EVERY_MODEL = "*";

  public PriceKey {
    requireNonNull(provider, "provider");
    requireNonNull(component, "component");
    requireNonNull(tier, "tier");
    requireNonNull(variant, "variant");
    requireNonNull(contextAbove, "contextAbove");
    if (model.isBlank()) {
      throw new IllegalArgumentException("a price needs a model or *");
    }
    if (contextAbove.isPresent() && contextAbove.getAsLong() <= 0) {
      throw new IllegalArgumentException(
          "a context threshold is a positive number of tokens: " + contextAbove.getAsLong());
    }
  }
}
