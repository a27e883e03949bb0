package dev.plumbline.pricing.catalogue;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.model.Provider;
import java.time.Instant;

/**
 * What does one component cost at a moment?
 *
 * @param model base snapshot, or the name under which the provider sells; aliases are resolved
 *     before
 * @param variant deployment type, commitment and the like; empty for the provider's default
 * @param contextTokens total input of the request, cached and written tokens included; decides the
 *     long-context band
 */
public record PriceQuestion(
    Provider provider,
    String model,
    boolean fineTuned,
    Component component,
    ServiceTier tier,
    String variant,
    long contextTokens,
    Instant at) {

  public PriceQuestion {
    requireNonNull(provider, "provider");
    requireNonNull(model, "model");
    requireNonNull(component, "component");
    requireNonNull(tier, "tier");
    requireNonNull(variant, "variant");
    requireNonNull(at, "at");
  }

  /** The base model at the standard tier, short context, default variant. */
  public static PriceQuestion of(Provider provider, String model, Component component, Instant at) {
    return new PriceQuestion(provider, model, false, component, ServiceTier.STANDARD, "", 0, at);
  }

  public PriceQuestion ofFineTune(boolean tuned) {
    return new PriceQuestion(provider, model, tuned, component, tier, variant, contextTokens, at);
  }

  public PriceQuestion inTier(ServiceTier other) {
    return new PriceQuestion(
        provider, model, fineTuned, component, other, variant, contextTokens, at);
  }

  public PriceQuestion forVariant(String other) {
    return new PriceQuestion(provider, model, fineTuned, component, tier, other, contextTokens, at);
  }

  public PriceQuestion withContext(long tokens) {
    return new PriceQuestion(provider, model, fineTuned, component, tier, variant, tokens, at);
  }
}
