package dev.plumbline.api.scenarios;

import dev.plumbline.core.model.Provider;
import dev.plumbline.core.money.Money;
import dev.plumbline.pricing.catalogue.ServiceTier;
import dev.plumbline.pricing.inference.CacheMode;
import dev.plumbline.pricing.inference.HitRate;
import dev.plumbline.pricing.inference.TokenPrices;
import dev.plumbline.pricing.inference.TrafficProfile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One side as it was asked for: priced by itself, or by a model name that is looked up.
 *
 * @param path where it stands in the document
 * @param name what the planner calls it; the model when not given
 * @param prices given prices, in US dollars per million tokens, instead of looked-up ones
 * @param cacheMode how the provider caches; decided by the model when empty
 * @param hitRate empty when the prompt is never cached
 * @param fixedPerMonth hosting and monitoring
 * @param shutdown day from which the model no longer answers, instead of the looked-up one
 */
record SideRequest(
    String path,
    String name,
    Optional<ModelRequest> model,
    Optional<TokenPrices> prices,
    BigDecimal tierMultiplier,
    TrafficProfile traffic,
    Optional<CacheMode> cacheMode,
    Optional<HitRate> hitRate,
    BigDecimal failureRate,
    Money fixedPerMonth,
    Optional<LocalDate> shutdown) {

  boolean dependsOnVolume() {
    return hitRate.map(HitRate::dependsOnVolume).orElse(false);
  }

  /**
   * A model to look up.
   *
   * @param variant deployment type or the like; empty for the provider's default
   */
  record ModelRequest(String name, Optional<Provider> provider, ServiceTier tier, String variant) {}
}
