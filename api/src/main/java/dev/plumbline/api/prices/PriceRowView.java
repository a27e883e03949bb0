package dev.plumbline.api.prices;

import dev.plumbline.api.web.PriceWords;
import dev.plumbline.pricing.catalogue.ListPrice;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** One price of the catalogue as the pages show it. */
public record PriceRowView(
    String id,
    String provider,
    String model,
    boolean fineTuned,
    String component,
    String tier,
    String variant,
    String amount,
    String exactAmount,
    String unit,
    String from,
    String to,
    String certainty,
    String certaintyTone,
    String source,
    String sourceKind,
    String seen,
    String recorded,
    String remark,
    boolean superseded,
    boolean conflict) {

  static PriceRowView of(ListPrice row, boolean conflict) {
    return new PriceRowView(
        row.id(),
        row.provider().key(),
        row.model(),
        row.fineTuned(),
        PriceWords.component(row),
        row.tier().label(),
        row.variant(),
        PriceWords.amount(row),
        row.amount().toPlainString(),
        PriceWords.unit(row.unit()),
        row.validFrom().day().map(LocalDate::toString).orElse("unknown"),
        row.validTo().map(LocalDate::toString).orElse("open"),
        row.certainty().label(),
        PriceWords.tone(row.certainty()),
        row.source().name(),
        PriceWords.sourceKind(row.source().kind()),
        row.seen().map(LocalDate::toString).orElse("undated"),
        row.recordedAt().atZone(ZoneOffset.UTC).toLocalDate().toString(),
        row.remark(),
        row.supersededAt().isPresent(),
        conflict);
  }

  /** Model with its variant, as a heading. */
  public String what() {
    return model + (variant.isEmpty() ? "" : " (" + variant + ")");
  }
}
