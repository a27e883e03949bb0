package dev.plumbline.api.prices;

import dev.plumbline.core.evidence.Source;
import dev.plumbline.core.model.Provider;
import dev.plumbline.pricing.catalogue.Component;
import dev.plumbline.pricing.catalogue.ListPrice;
import dev.plumbline.pricing.catalogue.PriceCertainty;
import dev.plumbline.pricing.catalogue.PriceKey;
import dev.plumbline.pricing.catalogue.PricePeriod;
import dev.plumbline.pricing.catalogue.PriceSource;
import dev.plumbline.pricing.catalogue.PriceStart;
import dev.plumbline.pricing.catalogue.PriceUnit;
import dev.plumbline.pricing.catalogue.Rate;
import dev.plumbline.pricing.catalogue.Recording;
import dev.plumbline.pricing.catalogue.ServiceTier;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalLong;

/** Prices of models that do not exist. */
final class SomePrices {

  static final Instant RECORDED = Instant.parse("2026-11-01T00:00:00Z");

  private SomePrices() {}

  static ListPrice price(String model, String amount) {
    return price(model, amount, "2026-01-01", Optional.empty());
  }

  static ListPrice price(String model, String amount, String from, Optional<String> to) {
    return ListPrice.of(
        new PriceKey(
            Provider.OPENAI,
            model,
            false,
            Component.INPUT,
            ServiceTier.STANDARD,
            "",
            OptionalLong.empty()),
        new Rate(new BigDecimal(amount), PriceUnit.PER_1M_TOKENS, Currency.getInstance("USD")),
        new PricePeriod(PriceStart.on(LocalDate.parse(from)), to.map(LocalDate::parse)),
        Recording.at(RECORDED),
        new PriceSource(
            new Source("a page", Source.Kind.PROVIDER_PAGE),
            Optional.empty(),
            PriceCertainty.HIGH,
            ""));
  }
}
