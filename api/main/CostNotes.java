package dev.plumbline.api.cli;

import dev.plumbline.pricing.catalogue.ListPrice;
import dev.plumbline.pricing.cost.CostBreakdown;
import dev.plumbline.pricing.cost.CostLine;
import dev.plumbline.pricing.override.PriceOverride;
import java.util.ArrayList;
import java.util.List;

/** What a reader of a cost should know beside the number, in sentences. */
final class CostNotes {

  private CostNotes() {}

  static List<String> of(CostBreakdown breakdown) {
    List<String> notes = new ArrayList<>(breakdown.assumptions());
    for (CostLine line : breakdown.lines()) {
      line.conflicts().forEach(other -> notes.add(conflict(line, other)));
      line.override().ifPresent(own -> notes.add(override(line, own)));
    }
    return notes;
  }

  private static String conflict(CostLine line, ListPrice other) {
    return "another source claims %s for %s %s (%s, price %s)"
        .formatted(
            other.rate(), other.tier(), line.component(), other.source().name(), other.id());
  }

  private static String override(CostLine line, PriceOverride own) {
    return "own price for %s: %s in place of %s (%s, %s)"
        .formatted(line.component(), line.rate(), line.price().rate(), own.reason(), own.name());
  }
}
