package dev.plumbline.api.cli;

import dev.plumbline.pricing.catalogue.ListPrice;
import dev.plumbline.pricing.catalogue.PriceCatalogue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Price rows with the ids of the rows that contradict them. */
final class PriceRowTable {

  private final PriceCatalogue catalogue;

  PriceRowTable(PriceCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  Table of(List<ListPrice> rows) {
    List<Map<String, Object>> all = rows.stream().map(this::parts).toList();
    String[] columns =
        all.isEmpty()
            ? new String[] {"price_row"}
            : all.get(0).keySet().toArray(String[]::new);
    Table table = Table.of(columns);
    all.forEach(parts -> table.row(parts.values().toArray()));
    return table;
  }

  Map<String, Object> parts(ListPrice row) {
    Map<String, Object> parts = new LinkedHashMap<>(PriceRowParts.of(row));
    parts.put("conflicts", conflicts(row));
    return parts;
  }

  private List<String> conflicts(ListPrice row) {
    List<String> ids = new ArrayList<>();
    for (ListPrice other : catalogue.believed()) {
      if (other.key().equals(row.key())
          && !other.agreesWith(row)
          && other.period().overlaps(row.period())) {
        ids.add(other.id());
      }
    }
    return ids;
  }
}
