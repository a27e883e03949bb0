package dev.plumbline.api.exitplans;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.api.web.Shown;
import dev.plumbline.lifecycle.exit.value.GivenMoney;
import dev.plumbline.pricing.cost.CostBreakdown;
import dev.plumbline.pricing.cost.CostLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An amount with the prices behind it, or the reason why nobody knows it. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ExitPlanMoney")
public record MoneyView(
    @Schema(description = "known or unknown", examples = "known") String status,
    @Schema(examples = "1125.5") @Nullable String amount,
    @Schema(examples = "USD") @Nullable String currency,
    @Schema(description = "how it came about, or why it is not known") String basis,
    @Schema(description = "the published prices of one request or one training")
        @Nullable List<PriceLine> lines,
    @Nullable List<String> assumptions) {

  /** A quantity at a published price. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ExitPlanPriceLine")
  public record PriceLine(
      @Schema(examples = "input") String component,
      @Schema(examples = "1700") String quantity,
      @Schema(examples = "3.75") String rate,
      @Schema(examples = "per_1m_tokens") String unit,
      @Schema(examples = "0.006375") String amount,
      @Schema(description = "id of the price", examples = "8ecc4fa154f1") String price,
      @Nullable LocalDate validFrom,
      String certainty,
      String source) {

    static PriceLine of(CostLine line) {
      return new PriceLine(
          line.component().label(),
          line.quantity().toPlainString(),
          line.rate().amount().toPlainString(),
          line.rate().unit().label(),
          line.amount().toPlainString(),
          line.price().id(),
          line.price().validFrom().day().orElse(null),
          line.price().certainty().label(),
          line.price().source().name());
    }
  }

  static MoneyView of(GivenMoney money) {
    return of(PricedPart.said(money));
  }

  static MoneyView of(PricedPart part) {
    List<PriceLine> lines =
        part.breakdown()
            .map(CostBreakdown::lines)
            .map(all -> all.stream().map(PriceLine::of).toList())
            .orElse(null);
    List<String> assumptions = part.assumptions().isEmpty() ? null : part.assumptions();
    return part.money()
        .match(
            known ->
                new MoneyView(
                    "known",
                    known.amount().toPlainString(),
                    known.amount().currency().getCurrencyCode(),
                    known.basis(),
                    lines,
                    assumptions),
            unknown -> new MoneyView("unknown", null, null, unknown.reason(), lines, assumptions));
  }

  /** For people: rounded once, here. */
  public String shown() {
    return amount == null ? "unknown" : Shown.money(new BigDecimal(amount));
  }
}
