package dev.plumbline.api.prices;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.pricing.catalogue.ListPrice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A published price as it is answered. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "Price")
record PriceView(
    @Schema(description = "derived from the claim itself; named by computed costs") String id,
    @Schema(examples = "openai") String provider,
    @Schema(examples = "gpt-4o-2024-08-06") String model,
    boolean fineTuned,
    @Schema(examples = "cached_input") String component,
    @Schema(examples = "standard") String tier,
    @Schema(description = "deployment type or region; empty where it does not matter")
        String variant,
    @Schema(description = "tokens of input above which it holds") @Nullable Long contextAbove,
    @Schema(description = "exact, as published", examples = "1.875") String amount,
    @Schema(examples = "per_1m_tokens") String unit,
    @Schema(examples = "USD") String currency,
    @Schema(description = "absent when no source says since when") @Nullable LocalDate validFrom,
    @Schema(description = "first day on which it no longer holds") @Nullable LocalDate validTo,
    Instant recordedAt,
    @Schema(description = "since when we no longer believe it") @Nullable Instant supersededAt,
    SourceView source,
    @Schema(examples = "high") String certainty,
    String remark) {

  /** Who says so, and on which day it was seen. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "PriceSource")
  record SourceView(
      String name, @Schema(examples = "provider_page") String kind, @Nullable LocalDate seen) {

    static SourceView of(ListPrice price) {
      return new SourceView(
          price.source().name(),
          price.source().kind().name().toLowerCase(Locale.ROOT),
          price.seen().orElse(null));
    }
  }

  static PriceView of(ListPrice price) {
    return new PriceView(
        price.id(),
        price.provider().key(),
        price.model(),
        price.fineTuned(),
        price.component().label(),
        price.tier().label(),
        price.variant(),
        price.contextAbove().isPresent() ? price.contextAbove().getAsLong() : null,
        price.amount().toPlainString(),
        price.unit().label(),
        price.currency().getCurrencyCode(),
        price.validFrom().day().orElse(null),
        price.validTo().orElse(null),
        price.recordedAt(),
        price.supersededAt().orElse(null),
        SourceView.of(price),
        price.certainty().label(),
        price.remark());
  }
}
