package dev.plumbline.api.cli;

import dev.plumbline.pricing.catalogue.ListPrice;
import dev.plumbline.pricing.cost.CostBreakdown;
import dev.plumbline.pricing.cost.CostLine;
import dev.plumbline.pricing.cost.Estimate;
import dev.plumbline.pricing.training.TrainingEstimate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The published form of costs of training and of requests. */
final class CostView {

  private CostView() {}

  static Map<String, Object> of(TrainingEstimate estimate) {
    return estimate.match(
        new TrainingEstimate.Cases<>() {
          @Override
          public Map<String, Object> priced(CostBreakdown breakdown) {
            return CostView.priced(breakdown);
          }

          @Override
          public Map<String, Object> unpriced(TrainingEstimate.Unpriced unpriced) {
            return withReason("unpriced", unpriced.reason());
          }

          @Override
          public Map<String, Object> blocked(TrainingEstimate.Blocked blocked) {
            String source = blocked.trainingEnd().source().name();
            return withReason("blocked", blocked.reason() + " (" + source + ")");
          }
        });
  }

  static Map<String, Object> of(Estimate estimate) {
    return estimate.match(
        new Estimate.Cases<>() {
          @Override
          public Map<String, Object> priced(CostBreakdown breakdown) {
            Map<String, Object> parts = CostView.priced(breakdown);
            parts.put("price_rows", breakdown.priceRows());
            return parts;
          }

          @Override
          public Map<String, Object> unpriced(Estimate.Unpriced unpriced) {
            return withReason("unpriced", unpriced.explanation());
          }
        });
  }

  private static Map<String, Object> priced(CostBreakdown breakdown) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("status", "priced");
    parts.put("reason", Optional.empty());
    parts.put("amount", breakdown.total().amount());
    parts.put("currency", breakdown.total().currency().getCurrencyCode());
    parts.put("catalogue_version", breakdown.catalogueVersion());
    return parts;
  }

  private static Map<String, Object> withReason(String status, String reason) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("status", status);
    parts.put("reason", reason);
    return parts;
  }

  static List<Map<String, Object>> lines(Optional<CostBreakdown> cost) {
    return cost.map(CostBreakdown::lines).orElse(List.of()).stream().map(CostView::line).toList();
  }

  static List<Map<String, Object>> conflicts(Optional<CostBreakdown> cost) {
    return cost.map(CostBreakdown::conflicts).orElse(List.of()).stream()
        .map(CostView::price)
        .toList();
  }

  private static Map<String, Object> line(CostLine line) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("component", line.component().label());
    parts.put("quantity", line.quantity());
    parts.put("amount", line.amount().amount());
    parts.putAll(price(line.price()));
    return parts;
  }

  private static Map<String, Object> price(ListPrice price) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("price_row", price.id());
    parts.put("price", price.amount());
    parts.put("unit", price.unit().label());
    parts.put("currency", price.currency().getCurrencyCode());
    parts.put("valid_from", price.validFrom().day());
    parts.put("valid_to", price.validTo());
    parts.put("source", price.source().name());
    parts.put("seen", price.seen());
    parts.put("certainty", price.certainty().name().toLowerCase(java.util.Locale.ROOT));
    return parts;
  }

  static void tables(CostBreakdown cost, Output output) {
    output.sentence("");
    Table table = Table.of("component", "quantity", "price", "amount", "price_row", "source");
    for (CostLine line : cost.lines()) {
      table.row(
          line.component(),
          line.quantity(),
          line.rate(),
          line.amount(),
          line.price().id(),
          line.price().source().name());
    }
    output.table(table);
    cost.assumptions().forEach(text -> output.sentence("Note: " + text));
    cost.conflicts()
        .forEach(
            row ->
                output.sentence("Conflict: %s says %s".formatted(row.source().name(), row.rate())));
  }
}
