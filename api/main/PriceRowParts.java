package dev.plumbline.api.cli;

import dev.plumbline.pricing.catalogue.ListPrice;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A price row under its published names, in their order. */
final class PriceRowParts {

  private PriceRowParts() {}

  static Map<String, Object> of(ListPrice row) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("price_row", row.id());
    parts.put("provider", row.provider().key());
    parts.put("model", row.model());
    parts.put("variant", optional(row.variant()));
    parts.put("fine_tuned", row.fineTuned());
    parts.put("component", row.component().label());
    parts.put("tier", row.tier().label());
    parts.put("context_above", row.contextAbove());
    parts.put("amount", row.amount());
    parts.put("unit", row.unit().label());
    parts.put("currency", row.currency().getCurrencyCode());
    parts.put("valid_from", row.validFrom().toString());
    parts.put("valid_to", row.validTo());
    parts.put("source", row.source().name());
    parts.put("seen", row.seen());
    parts.put("certainty", row.certainty().label());
    parts.put("remark", optional(row.remark()));
    parts.put("recorded_at", row.recordedAt());
    parts.put("superseded_at", row.supersededAt());
    return parts;
  }

  private static Optional<String> optional(String text) {
    return Optional.of(text).filter(some -> !some.isEmpty());
  }
}
