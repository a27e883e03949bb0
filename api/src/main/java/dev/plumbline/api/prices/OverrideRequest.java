package dev.plumbline.api.prices;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.problem.Input;
import dev.plumbline.core.model.Provider;
import dev.plumbline.core.time.DayRange;
import dev.plumbline.pricing.catalogue.Component;
import dev.plumbline.pricing.catalogue.PriceUnit;
import dev.plumbline.pricing.catalogue.Rate;
import dev.plumbline.pricing.catalogue.ServiceTier;
import dev.plumbline.pricing.override.Adjustment;
import dev.plumbline.pricing.override.OverrideScope;
import dev.plumbline.pricing.override.PriceOverride;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a caller sends to make an override. Amounts are text, so that no digit is lost. */
@Schema(
    name = "NewPriceOverride",
    description = "A price of one's own. An absent scope field means any.",
    examples =
        """
        {"provider":"openai","model":"gpt-4o-2024-08-06","discount_percent":"15",
         "valid_from":"2026-01-01","reason":"enterprise agreement 4711"}""")
@JsonNaming(SnakeCaseStrategy.class)
record OverrideRequest(
    @Nullable String provider,
    @Schema(description = "billed base model, or the full name of one fine-tune")
        @Nullable String model,
    @Nullable Boolean fineTuned,
    @Nullable String component,
    @Nullable String tier,
    @Schema(description = "percent below the list price; this or an amount")
        @Nullable String discountPercent,
    @Nullable String amount,
    @Nullable String unit,
    @Nullable String currency,
    @Nullable LocalDate validFrom,
    @Schema(description = "first day on which it no longer holds") @Nullable LocalDate validTo,
    @Nullable String reason) {

  private static final int LONGEST_MODEL = 300;
  private static final int LONGEST_REASON = 1000;

  /** Checked as text first: a number such as 1e2000000 is short and takes seconds to add. */
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,12}(\\.\\d{1,16})?");

  PriceOverride toPriceOverride() {
    return new PriceOverride(
        "new",
        scope(),
        adjustment(),
        Input.read(
            "valid_to",
            () -> new DayRange(Optional.ofNullable(validFrom), Optional.ofNullable(validTo))),
        text("reason", reason, LONGEST_REASON)
            .orElseThrow(() -> Input.refused("reason", "an override needs a reason")));
  }

  private OverrideScope scope() {
    return new OverrideScope(
        text("provider", provider, LONGEST_MODEL)
            .map(name -> Input.read("provider", () -> Provider.of(name))),
        text("model", model, LONGEST_MODEL),
        Optional.ofNullable(fineTuned),
        label("component", component, Component::findByLabel, Component.labels()),
        label("tier", tier, ServiceTier::findByLabel, ServiceTier.labels()));
  }

  private Adjustment adjustment() {
    if ((discountPercent == null) == (amount == null)) {
      throw Input.refused("discount_percent", "give either discount_percent or amount");
    }
    if (discountPercent != null) {
      BigDecimal percent = decimal("discount_percent", discountPercent);
      return Input.read("discount_percent", () -> new Adjustment.PercentOff(percent));
    }
    PriceUnit wanted =
        label("unit", unit, PriceUnit::findByLabel, PriceUnit.labels())
            .orElseThrow(() -> Input.refused("unit", "an amount needs a unit"));
    return new Adjustment.Fixed(new Rate(decimal("amount", amount), wanted, money()));
  }

  private Currency money() {
    if (currency == null) {
      throw Input.refused("currency", "an amount needs a currency such as USD");
    }
    try {
      return Currency.getInstance(currency);
    } catch (IllegalArgumentException e) { // whose own text is empty
      throw Input.refused("currency", "not a currency such as USD");
    }
  }

  private static BigDecimal decimal(String field, String text) {
    if (!DECIMAL.matcher(text).matches()) {
      throw Input.refused(
          field, "not a decimal number of at most 12 digits before the point and 16 after it");
    }
    return new BigDecimal(text);
  }

  private static Optional<String> text(String field, @Nullable String text, int longest) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    if (text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
      throw Input.refused(
          field, "longer than %d characters, or with control characters".formatted(longest));
    }
    return Optional.of(text.strip());
  }

  private static <T> Optional<T> label(
      String field, @Nullable String text, Function<String, Optional<T>> known, String labels) {
    return text(field, text, LONGEST_MODEL)
        .map(
            label ->
                known.apply(label).orElseThrow(() -> Input.refused(field, "not one of " + labels)));
  }
}
