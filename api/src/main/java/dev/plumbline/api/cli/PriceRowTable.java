package dev.plumbline.api.cli;

import dev.plumbline.pricing.catalogue.ListPrice;
import dev.plumbline.pricing.catalogue.PriceCatalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Price rows with the ids of the rows that contradict them: all fields, or what people compare. */
final class PriceRowTable {

  private static final String[] ALL = {
    "price_row",
    "provider",
    "model",
    "variant",
    "fine_tuned",
    "component",
    "tier",
    "context_above",
    "amount",
    "unit",
    "currency",
    "valid_from",
    "valid_to",
    "source",
    "seen",
    "certainty",
    "remark",
    "recorded_at",
    "superseded_at",
    "conflicts"
  };

  private final PriceCatalogue catalogue;

  PriceRowTable(PriceCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  Table of(List<ListPrice> rows, Format format) {
    return format == Format.TABLE || format == Format.MARKDOWN ? forPeople(rows) : all(rows);
  }

  private Table all(List<ListPrice> rows) {
    Table table = Table.of(ALL);
    rows.forEach(row -> table.row(parts(row).values().toArray()));
    return table;
  }

  private Table forPeople(List<ListPrice> rows) {
    Table table =
        Table.of(
            "price_row",
            "provider",
            "model",
            "component",
            "amount",
            "unit",
            "valid_from",
            "valid_to",
            "certainty",
            "source",
            "conflicts");
    for (ListPrice row : rows) {
      table.row(
          row.id(),
          row.provider(),
          model(row),
          component(row),
          row.amount(),
          row.unit(),
          row.validFrom(),
          row.supersededAt().map(at -> "superseded " + at).or(() -> end(row)),
          row.certainty().label(),
          row.source().name(),
          conflicts(row));
    }
    return table;
  }

  private static Optional<String> end(ListPrice row) {
    return row.validTo().map(Object::toString);
  }

  private static String model(ListPrice row) {
    String variant = row.variant().isEmpty() ? "" : " (" + row.variant() + ")";
    return row.model() + variant + (row.fineTuned() ? " fine-tuned" : "");
  }

  private static String component(ListPrice row) {
    String tier = row.tier().label().equals("standard") ? "" : row.tier() + " ";
    String above = row.contextAbove().isPresent() ? " above " + row.contextAbove().getAsLong() : "";
    return tier + row.component() + above;
  }

  /** Every field under its published name. */
  Map<String, Object> parts(ListPrice row) {
    Map<String, Object> parts = new LinkedHashMap<>(PriceRowParts.of(row));
    parts.put("conflicts", conflicts(row));
    return parts;
  }

  private List<String> conflicts(ListPrice row) {
    return catalogue.believed().stream()
        .filter(other -> other.key().equals(row.key()) && !other.agreesWith(row))
        .filter(other -> other.period().overlaps(row.period()))
        .map(ListPrice::id)
        .toList();
  }
}
