package dev.plumbline.api.prices;

import dev.plumbline.core.model.Provider;
import dev.plumbline.core.time.DayRange;
import dev.plumbline.pricing.catalogue.Component;
import dev.plumbline.pricing.catalogue.PriceUnit;
import dev.plumbline.pricing.catalogue.Rate;
import dev.plumbline.pricing.catalogue.ServiceTier;
import dev.plumbline.pricing.override.Adjustment;
import dev.plumbline.pricing.override.OverrideScope;
import dev.plumbline.pricing.override.PriceOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A version of a row of {@code price_override}. */
@Entity
@DynamicUpdate // the application may write only the column that closes a row
@Table(name = "price_override")
@IdClass(PriceOverrideKey.class)
class PriceOverrideEntity {

  @Id UUID organisationId;
  @Id UUID id;
  @Id Instant recordedAt;
  @Nullable Instant supersededAt;
  @Nullable String provider;
  @Nullable String model;
  @Nullable Boolean fineTuned;
  @Nullable String component;
  @Nullable String tier;

  @Column(precision = 21, scale = 18)
  @Nullable BigDecimal discountPercent;

  @Column(precision = 38, scale = 18)
  @Nullable BigDecimal amount;

  @Nullable String unit;

  @JdbcTypeCode(SqlTypes.CHAR)
  @Column(length = 3)
  @Nullable String currency;

  @Nullable LocalDate validFrom;
  @Nullable LocalDate validTo;
  String reason;

  void take(PriceOverride override) {
    take(override.scope());
    override
        .adjustment()
        .match(
            new Adjustment.Cases<Void>() {
              @Override
              public @Nullable Void percentOff(Adjustment.PercentOff discount) {
                discountPercent = discount.percent();
                return null;
              }

              @Override
              public @Nullable Void fixed(Adjustment.Fixed price) {
                amount = price.rate().amount();
                unit = price.rate().unit().label();
                currency = price.rate().currency().getCurrencyCode();
                return null;
              }
            });
    validFrom = override.validity().from().orElse(null);
    validTo = override.validity().to().orElse(null);
    reason = override.reason();
  }

  private void take(OverrideScope scope) {
    provider = scope.provider().map(Provider::key).orElse(null);
    model = scope.model().orElse(null);
    fineTuned = scope.fineTuned().orElse(null);
    component = scope.component().map(Component::label).orElse(null);
    tier = scope.tier().map(ServiceTier::label).orElse(null);
  }

  PriceOverride toPriceOverride() {
    return new PriceOverride(
        "override " + id,
        new OverrideScope(
            Optional.ofNullable(provider).map(Provider::of),
            Optional.ofNullable(model),
            Optional.ofNullable(fineTuned),
            Optional.ofNullable(component).flatMap(Component::findByLabel),
            Optional.ofNullable(tier).flatMap(ServiceTier::findByLabel)),
        adjustment(),
        new DayRange(Optional.ofNullable(validFrom), Optional.ofNullable(validTo)),
        reason);
  }

  private Adjustment adjustment() {
    return discountPercent == null
        ? new Adjustment.Fixed(
            new Rate(
                amount, PriceUnit.findByLabel(unit).orElseThrow(), Currency.getInstance(currency)))
        : new Adjustment.PercentOff(discountPercent.stripTrailingZeros());
  }
}
