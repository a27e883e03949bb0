package dev.plumbline.pricing.cost;

import dev.plumbline.core.evidence.Source;
import dev.plumbline.pricing.catalogue.Component;
import dev.plumbline.pricing.catalogue.ListPrice;
import dev.plumbline.pricing.catalogue.PriceCertainty;
import dev.plumbline.pricing.catalogue.PriceKey;
import dev.plumbline.pricing.catalogue.PricePeriod;
import dev.plumbline.pricing.catalogue.PriceQuestion;
import dev.plumbline.pricing.catalogue.PriceSource;
import dev.plumbline.pricing.catalogue.PriceStart;
import dev.plumbline.pricing.catalogue.Rate;
import dev.plumbline.pricing.catalogue.Recording;
import dev.plumbline.pricing.override.Adjustment;
import dev.plumbline.pricing.override.OverrideQuestion;
import dev.plumbline.pricing.override.PriceOverride;
import dev.plumbline.pricing.override.PriceOverrides;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;

/** The customer's own prices as far as they touch one request. */
final class OwnPrices {

  private final PriceOverrides overrides;
  private final RequestUsage request;
  private final BilledModel model;

  OwnPrices(PriceOverrides overrides, RequestUsage request, BilledModel model) {
    this.overrides = overrides;
    this.request = request;
    this.model = model;
  }

  Optional<PriceOverride> find(Component component) {
    if (overrides.isEmpty()) {
      return Optional.empty();
    }
    return overrides.find(
        new OverrideQuestion(
            model.provider(),
            model.model(),
            model.fullName(),
            model.fineTuned(),
            component,
            request.tier(),
            LocalDate.ofInstant(request.at(), ZoneOffset.UTC)));
  }

  /** Whether the override is a price by itself and needs no list price to start from. */
  static boolean standsAlone(PriceOverride override) {
    return override.adjustment() instanceof Adjustment.Fixed;
  }

  static Rate rate(PriceOverride override, ListPrice price) {
    return override
        .adjustment()
        .match(
            new Adjustment.Cases<Rate>() {
              @Override
              public Rate percentOff(Adjustment.PercentOff discount) {
                return discount.applyTo(price.rate());
              }

              @Override
              public Rate fixed(Adjustment.Fixed fixed) {
                return fixed.rate();
              }
            });
  }

  /** A private price as a row, for what no list prices. */
  static ListPrice asRow(PriceOverride override, PriceQuestion question) {
    Rate rate = ((Adjustment.Fixed) override.adjustment()).rate();
    PriceKey key =
        new PriceKey(
            question.provider(),
            question.model(),
            question.fineTuned(),
            question.component(),
            question.tier(),
            question.variant(),
            OptionalLong.empty());
    return ListPrice.of(
        key,
        rate,
        new PricePeriod(PriceStart.of(override.validity().from()), override.validity().to()),
        Recording.at(Instant.EPOCH),
        new PriceSource(
            new Source(override.name(), Source.Kind.MANUAL),
            Optional.empty(),
            PriceCertainty.HIGH,
            override.reason()));
  }
}
