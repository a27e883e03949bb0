package dev.plumbline.pricing.cost;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.model.Provider;
import dev.plumbline.pricing.catalogue.ServiceTier;
import dev.plumbline.pricing.usage.Usage;
import java.time.Instant;
import java.util.Optional;

/**
 * One request whose cost is asked for.
 *
 * @param model the name as a caller writes it: snapshot, alias, fine-tune or checkpoint
 * @param provider who bills; empty for the one that the name belongs to
 * @param at moment of the request; decides what an alias meant and which prices hold
 * @param variant deployment type and the like; empty for the provider's default
 */
public record RequestUsage(
    String model,
    Optional<Provider> provider,
    Instant at,
    ServiceTier tier,
    String variant,
    Usage usage) {

  public RequestUsage {
    requireNonNull(model, "model");
    requireNonNull(provider, "provider");
    requireNonNull(at, "at");
    requireNonNull(tier, "tier");
    requireNonNull(variant, "variant");
    requireNonNull(usage, "usage");
  }

  /** At the standard tier of the model's own provider. */
  public static RequestUsage of(String model, Instant at, Usage usage) {
    return new RequestUsage(model, Optional.empty(), at, ServiceTier.STANDARD, "", usage);
  }

  public RequestUsage inTier(ServiceTier other) {
    return new RequestUsage(model, provider, at, other, variant, usage);
  }

  public RequestUsage billedBy(Provider other) {
    return new RequestUsage(model, Optional.of(other), at, tier, variant, usage);
  }

  public RequestUsage forVariant(String other) {
    return new RequestUsage(model, provider, at, tier, other, usage);
  }

  public RequestUsage at(Instant other) {
    return new RequestUsage(model, provider, other, tier, variant, usage);
  }
}
