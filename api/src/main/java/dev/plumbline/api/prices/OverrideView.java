package dev.plumbline.api.prices;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An override as it is published. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "PriceOverride")
record OverrideView(
    UUID id,
    @Nullable String provider,
    @Nullable String model,
    @Nullable Boolean fineTuned,
    @Nullable String component,
    @Nullable String tier,
    @Nullable String discountPercent,
    @Nullable String amount,
    @Nullable String unit,
    @Nullable String currency,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    String reason,
    Instant recordedAt) {

  static OverrideView of(PriceOverrideEntity row) {
    return new OverrideView(
        row.id,
        row.provider,
        row.model,
        row.fineTuned,
        row.component,
        row.tier,
        plain(row.discountPercent),
        plain(row.amount),
        row.unit,
        row.currency,
        row.validFrom,
        row.validTo,
        row.reason,
        row.recordedAt);
  }

  private static @Nullable String plain(@Nullable BigDecimal number) {
    return number == null ? null : number.stripTrailingZeros().toPlainString();
  }
}
