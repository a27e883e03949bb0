package dev.plumbline.api.drift;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.core.money.Money;
import dev.plumbline.lifecycle.drift.impact.MoneyFigures;
import dev.plumbline.lifecycle.drift.impact.MoneyImpact;
import dev.plumbline.lifecycle.drift.impact.TokenChange;
import dev.plumbline.lifecycle.drift.impact.TokenPrice;
import dev.plumbline.lifecycle.drift.impact.Traffic;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a change costs: length times price times volume. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DriftMoneyImpact")
public record MoneyImpactView(
    @Schema(description = "known, or unknown with the reasons") String status,
    @Schema(description = "why something is absent, each with its remedy") List<String> unknown,
    @Nullable Long requestsPerMonth,
    @Schema(description = "whether the volume was entered after the verdict was told")
        boolean enteredSince,
    @Schema(description = "that were answered before and since") int promptsCompared,
    @Nullable TokensView inputTokens,
    @Nullable TokensView outputTokens,
    @Nullable String currency,
    @Schema(description = "of a mean request, exact") @Nullable String requestBefore,
    @Nullable String requestSince,
    @Schema(description = "since minus before, exact", examples = "-123.45")
        @Nullable String changePerMonth,
    @Schema(description = "both limits at 95 %, of the length of answers alone")
        @JsonProperty("change_per_month_95")
        @Nullable List<String> changePerMonth95,
    @Nullable List<String> priceRows,
    @Schema(description = "version of the prices") @Nullable String priceCatalogue,
    List<String> assumptions) {

  /** Mean tokens of a request; exact decimals. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "DriftTokenChange")
  public record TokensView(
      String before,
      String since,
      @Schema(description = "entered, or measured by the probes' answers") String from,
      @Schema(description = "both limits of the difference, by a paired t interval over prompts")
          @JsonProperty("change_95")
          @Nullable List<String> change95) {

    static TokensView of(TokenChange change) {
      return new TokensView(
          change.before().toPlainString(),
          change.since().toPlainString(),
          change.entered() ? "entered" : "measured",
          change
              .range()
              .map(range -> List.of(range.lower().toPlainString(), range.upper().toPlainString()))
              .orElse(null));
    }
  }

  /**
   * @param told figures of the verdict
   * @param now what is entered at present: stands in where the verdict knew no volume
   */
  static MoneyImpactView of(MoneyFigures told, Optional<Traffic> now) {
    boolean enteredSince = told.traffic().isEmpty() && now.isPresent();
    MoneyFigures figures = now.filter(entered -> enteredSince).map(told::with).orElse(told);
    MoneyImpact impact = MoneyImpact.of(figures);
    Optional<TokenPrice.Known> price = figures.price().findKnown();
    return new MoneyImpactView(
        impact.month().isPresent() ? "known" : "unknown",
        impact.unknown(),
        figures.traffic().map(Traffic::requestsPerMonth).orElse(null),
        enteredSince,
        impact.prompts(),
        impact.input().map(TokensView::of).orElse(null),
        impact.output().map(TokensView::of).orElse(null),
        price.map(known -> known.currency().getCurrencyCode()).orElse(null),
        impact.request().map(request -> request.before().toPlainString()).orElse(null),
        impact.request().map(request -> request.since().toPlainString()).orElse(null),
        impact.month().map(month -> month.change().toPlainString()).orElse(null),
        impact.month().flatMap(MoneyImpactView::range).orElse(null),
        price.map(TokenPrice.Known::rows).orElse(null),
        price.map(TokenPrice.Known::catalogue).orElse(null),
        impact.assumptions());
  }

  private static Optional<List<String>> range(MoneyImpact.Month month) {
    return month
        .lower()
        .flatMap(
            low -> month.upper().map(high -> List.of(low.toPlainString(), high.toPlainString())));
  }

  /** In one short sentence; empty when the change of the month is not known. */
  static Optional<String> sentence(MoneyFigures figures) {
    return MoneyImpact.of(figures)
        .month()
        .map(MoneyImpact.Month::change)
        .map(change -> "it costs " + signed(change) + " a month");
  }

  private static String signed(Money change) {
    return "%s %s%s"
        .formatted(
            change.currency().getCurrencyCode(),
            change.signum() > 0 ? "+" : "",
            change.roundedForDisplay().toPlainString());
  }
}
