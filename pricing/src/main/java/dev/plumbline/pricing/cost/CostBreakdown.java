package dev.plumbline.pricing.cost;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.money.Money;
import dev.plumbline.pricing.catalogue.ListPrice;
import java.util.List;

/**
 * A cost and how it came about.
 *
 * @param catalogueVersion the prices it was computed with, see {@code PriceCatalogue.version()}
 * @param assumptions what had to be assumed, in sentences
 */
public record CostBreakdown(
    Money total, List<CostLine> lines, String catalogueVersion, List<String> assumptions) {

  public CostBreakdown {
    requireNonNull(total, "total");
    lines = List.copyOf(lines);
    requireNonNull(catalogueVersion, "catalogueVersion");
    assumptions = List.copyOf(assumptions);
  }

  /** Ids of the rows used, each once, in the order of the lines. */
  public List<String> priceRows() {
    return lines.stream().map(CostLine::price).map(ListPrice::id).distinct().toList();
  }

  /** Rows that claim another price for something in here, each once. */
  public List<ListPrice> conflicts() {
    return lines.stream().flatMap(line -> line.conflicts().stream()).distinct().toList();
  }
}
