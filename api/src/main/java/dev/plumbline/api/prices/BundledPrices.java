package dev.plumbline.api.prices;

import dev.plumbline.pricing.catalogue.PriceCatalogue;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Gives the pages the prices that ship with the product. */
@Singleton
class BundledPrices {

  @Produces
  @Singleton
  PriceCatalogue catalogue() {
    return PriceCatalogue.bundled();
  }
}
