package dev.plumbline.pricing.catalogue;

import dev.plumbline.core.model.Provider;
import dev.plumbline.pricing.table.BadFieldException;
import dev.plumbline.pricing.table.FactRow;
import dev.plumbline.pricing.table.FactTable;
import java.io.Reader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;

/**
 * Reads price rows in the layout of the seed files: one row a line, dates as {@code 2026-11-20}, an
 * unknown start written {@code unknown}, an open end left empty.
 */
public final class PriceFileReader {

  private static final List<String> COLUMNS =
      List.of(
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
          "recorded_on",
          "superseded_on",
          "source",
          "certainty",
          "remark");
  private static final String UNKNOWN_START = "unknown";

  private final PriceSources sources;

  public PriceFileReader(PriceSources sources) {
    this.sources = sources;
  }

  /**
   * Reads a whole file; bad rows become findings.
   *
   * @param file name of the file, for findings
   */
  public PriceFile read(String file, Reader text) {
    FactTable rows = new FactTable(file, COLUMNS);
    List<ListPrice> prices = rows.read(text, this::price);
    return new PriceFile(prices, rows.findings());
  }

  private ListPrice price(FactRow row) {
    return ListPrice.of(key(row), rate(row), period(row), recording(row), evidence(row));
  }

  private static PriceKey key(FactRow row) {
    return new PriceKey(
        provider(row),
        row.required("model"),
        row.bool("fine_tuned"),
        row.label("component", Component::findByLabel, Component.labels()),
        row.label("tier", ServiceTier::findByLabel, ServiceTier.labels()),
        row.text("variant"),
        threshold(row));
  }

  private static Provider provider(FactRow row) {
    String text = row.required("provider");
    try {
      return Provider.of(text);
    } catch (IllegalArgumentException e) {
      throw new BadFieldException(
          "provider", "not a provider: " + text, "write it like openai or azure");
    }
  }

  private static OptionalLong threshold(FactRow row) {
    String text = row.text("context_above");
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    if (!text.matches("[1-9]\\d{0,11}")) {
      throw new BadFieldException(
          "context_above", "not a number of tokens: " + text, "write 272000");
    }
    return OptionalLong.of(Long.parseLong(text));
  }

  private static Rate rate(FactRow row) {
    return new Rate(
        row.amount("amount"),
        row.label("unit", PriceUnit::findByLabel, PriceUnit.labels()),
        row.currency("currency"));
  }

  private static PricePeriod period(FactRow row) {
    PriceStart start =
        row.required("valid_from").equals(UNKNOWN_START)
            ? PriceStart.unknown()
            : PriceStart.on(row.day("valid_from"));
    return new PricePeriod(start, row.findDay("valid_to"));
  }

  private static Recording recording(FactRow row) {
    return new Recording(
        midnight(row.day("recorded_on")),
        row.findDay("superseded_on").map(PriceFileReader::midnight));
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private PriceSource evidence(FactRow row) {
    String key = row.required("source");
    PriceSources.Entry entry =
        sources
            .find(key)
            .orElseThrow(
                () ->
                    new BadFieldException(
                        "source", "unknown: " + key, "add it to sources.csv first"));
    PriceCertainty certainty =
        row.label("certainty", PriceCertainty::findByLabel, "high, medium, low");
    return new PriceSource(entry.source(), entry.seen(), certainty, row.text("remark"));
  }
}
