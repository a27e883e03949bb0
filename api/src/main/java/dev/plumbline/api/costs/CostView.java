package dev.plumbline.api.costs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.plumbline.pricing.catalogue.ListPrice;
import dev.plumbline.pricing.cost.CostBreakdown;
import dev.plumbline.pricing.cost.CostLine;
import dev.plumbline.pricing.cost.Estimate;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A cost with its price rows, or the reason why there is none. Amounts are exact, as strings. */
@Schema(name = "Cost")
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record CostView(
    @Schema(examples = "ft:gpt-4o-2024-08-06:acme::AbC123") String model,
    @Schema(description = "priced or unpriced", examples = "priced") String status,
    @Schema(examples = "0.007455") @Nullable String amount,
    @Schema(examples = "USD") @Nullable String currency,
    @Schema(examples = "2026-11-20-8b2aa1ccaaca") @Nullable String catalogueVersion,
    @Nullable List<Line> lines,
    @Schema(description = "what had to be assumed") @Nullable List<String> assumptions,
    @Schema(description = "code of why it is unpriced", examples = "unknown_model")
        @Nullable String reason,
    @Schema(description = "the same in a sentence") @Nullable String explanation) {

  /** One component of the cost. */
  @Schema(name = "CostLine")
  @JsonNaming(SnakeCaseStrategy.class)
  record Line(
      @Schema(examples = "input") String component,
      @Schema(examples = "1700") String quantity,
      @Schema(description = "paid rate in the row's unit", examples = "3.75") String rate,
      @Schema(examples = "per_1m_tokens") String unit,
      @Schema(examples = "0.006375") String amount,
      PriceRow price,
      @Schema(description = "rows of other sources that claim another price")
          List<PriceRow> conflicts) {

    private static Line of(CostLine line) {
      return new Line(
          line.component().label(),
          line.quantity().toPlainString(),
          line.rate().amount().toPlainString(),
          line.rate().unit().label(),
          line.amount().toPlainString(),
          PriceRow.of(line.price()),
          line.conflicts().stream().map(PriceRow::of).toList());
    }
  }

  /** The published price behind a line. */
  @Schema(name = "PriceRow")
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PriceRow(
      @Schema(examples = "8ecc4fa154f1") String id,
      @Schema(examples = "gpt-4o-2024-08-06") String model,
      boolean fineTuned,
      @Schema(examples = "3.75") String amount,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validTo,
      @Schema(examples = "high") String certainty,
      String source) {

    private static PriceRow of(ListPrice row) {
      return new PriceRow(
          row.id(),
          row.model(),
          row.fineTuned(),
          row.amount().toPlainString(),
          row.validFrom().day().orElse(null),
          row.validTo().orElse(null),
          row.certainty().label(),
          row.source().name());
    }
  }

  static CostView of(String model, Estimate estimate) {
    return estimate.match(
        new Estimate.Cases<>() {
          @Override
          public CostView priced(CostBreakdown breakdown) {
            return ofPriced(model, breakdown);
          }

          @Override
          public CostView unpriced(Estimate.Unpriced unpriced) {
            return new CostView(
                model,
                "unpriced",
                null,
                null,
                null,
                null,
                null,
                unpriced.reason().label(),
                unpriced.explanation());
          }
        });
  }

  private static CostView ofPriced(String model, CostBreakdown breakdown) {
    return new CostView(
        model,
        "priced",
        breakdown.total().toPlainString(),
        breakdown.total().currency().getCurrencyCode(),
        breakdown.catalogueVersion(),
        breakdown.lines().stream().map(Line::of).toList(),
        breakdown.assumptions(),
        null,
        null);
  }
}
