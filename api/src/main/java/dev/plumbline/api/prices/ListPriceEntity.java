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
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code list_price}. It leaves this package only as a {@link ListPrice}. */
@Entity
@DynamicUpdate // the application may write only the column that closes a row
@Table(name = "list_price")
class ListPriceEntity {

  @Id UUID id;
  String claimId;
  UUID importId;
  String provider;
  String model;
  boolean fineTuned;
  String component;
  String tier;
  String variant;
  @Nullable Long contextAbove;

  @Column(precision = 38, scale = 18)
  BigDecimal amount;

  String unit;

  @JdbcTypeCode(SqlTypes.CHAR)
  @Column(length = 3)
  String currency;

  @Nullable LocalDate validFrom;
  boolean validFromKnown;
  @Nullable LocalDate validTo;
  Instant recordedAt;
  @Nullable Instant supersededAt;
  String sourceName;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  Source.Kind sourceKind;

  @Nullable LocalDate sourceSeen;
  String certainty;
  String remark;

  static ListPriceEntity of(ListPrice price, UUID importId) {
    ListPriceEntity row = new ListPriceEntity();
    row.id = UUID.randomUUID();
    row.claimId = price.id();
    row.importId = importId;
    row.take(price.key());
    row.amount = price.amount();
    row.unit = price.unit().label();
    row.currency = price.currency().getCurrencyCode();
    row.validFrom = price.validFrom().day().orElse(null);
    row.validFromKnown = row.validFrom != null;
    row.validTo = price.validTo().orElse(null);
    row.recordedAt = price.recordedAt();
    row.supersededAt = price.supersededAt().orElse(null);
    row.take(price.evidence());
    return row;
  }

  private void take(PriceKey key) {
    provider = key.provider().key();
    model = key.model();
    fineTuned = key.fineTuned();
    component = key.component().label();
    tier = key.tier().label();
    variant = key.variant();
    contextAbove = key.contextAbove().isPresent() ? key.contextAbove().getAsLong() : null;
  }

  private void take(PriceSource evidence) {
    sourceName = evidence.source().name();
    sourceKind = evidence.source().kind();
    sourceSeen = evidence.seen().orElse(null);
    certainty = evidence.certainty().label();
    remark = evidence.remark();
  }

  ListPrice toListPrice() {
    return new ListPrice(
        claimId,
        key(),
        new Rate(amount, PriceUnit.findByLabel(unit).orElseThrow(), Currency.getInstance(currency)),
        new PricePeriod(
            PriceStart.of(Optional.ofNullable(validFrom)), Optional.ofNullable(validTo)),
        new Recording(recordedAt, Optional.ofNullable(supersededAt)),
        new PriceSource(
            new Source(sourceName, sourceKind),
            Optional.ofNullable(sourceSeen),
            PriceCertainty.findByLabel(certainty).orElseThrow(),
            remark));
  }

  private PriceKey key() {
    return new PriceKey(
        Provider.of(provider),
        model,
        fineTuned,
        Component.findByLabel(component).orElseThrow(),
        ServiceTier.findByLabel(tier).orElseThrow(),
        variant,
        contextAbove == null ? OptionalLong.empty() : OptionalLong.of(contextAbove));
  }
}
