package dev.plumbline.pricing.override;

import dev.plumbline.core.model.Provider;
import dev.plumbline.core.time.DayRange;
import dev.plumbline.pricing.catalogue.Component;
import dev.plumbline.pricing.catalogue.PriceUnit;
import dev.plumbline.pricing.catalogue.Rate;
import dev.plumbline.pricing.catalogue.ServiceTier;
import dev.plumbline.pricing.table.BadFieldException;
import dev.plumbline.pricing.table.FactRow;
import dev.plumbline.pricing.table.FactTable;
import java.io.Reader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Reads a customer's prices: one a line, an empty cell meaning "any". A line has either a {@code
 * discount_percent} or an {@code amount} with unit and currency, and always a reason.
 */
public final class OverrideFileReader {

  private static final List<String> COLUMNS =
      List.of(
          "provider",
          "model",
          "fine_tuned",
          "component",
          "tier",
          "discount_percent",
          "amount",
          "unit",
          "currency",
          "valid_from",
          "valid_to",
          "reason");

  /**
   * Reads a whole file; bad lines become findings.
   *
   * @param file name of the file, for findings and breakdowns
   */
  public OverrideFile read(String file, Reader text) {
    FactTable table = new FactTable(file, COLUMNS);
    List<PriceOverride> overrides = table.read(text, OverrideFileReader::override);
    return new OverrideFile(overrides, table.findings());
  }

  private static PriceOverride override(FactRow row) {
    return new PriceOverride(
        row.place(),
        scope(row),
        adjustment(row),
        new DayRange(row.findDay("valid_from"), row.findDay("valid_to")),
        row.required("reason"));
  }

  private static OverrideScope scope(FactRow row) {
    return new OverrideScope(
        present(row, "provider").map(Provider::of),
        present(row, "model"),
        present(row, "fine_tuned").map(any -> row.bool("fine_tuned")),
        present(row, "component")
            .map(any -> row.label("component", Component::findByLabel, Component.labels())),
        present(row, "tier")
            .map(any -> row.label("tier", ServiceTier::findByLabel, ServiceTier.labels())));
  }

  private static Adjustment adjustment(FactRow row) {
    boolean discount = present(row, "discount_percent").isPresent();
    if (discount == present(row, "amount").isPresent()) {
      throw new BadFieldException(
          "discount_percent", "and amount: one of them is needed", "fill in exactly one");
    }
    return discount ? new Adjustment.PercentOff(row.amount("discount_percent")) : fixed(row);
  }

  private static Adjustment fixed(FactRow row) {
    BigDecimal amount = row.amount("amount");
    PriceUnit unit = row.label("unit", PriceUnit::findByLabel, PriceUnit.labels());
    return new Adjustment.Fixed(new Rate(amount, unit, row.currency("currency")));
  }

  private static Optional<String> present(FactRow row, String field) {
    return Optional.of(row.text(field)).filter(text -> !text.isEmpty());
  }
}
