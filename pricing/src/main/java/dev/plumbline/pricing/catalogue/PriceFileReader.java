package dev.plumbline.pricing.catalogue;

import dev.plumbline.core.model.Provider;
import java.io.Reader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
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
    CsvRows rows = new CsvRows(file, COLUMNS);
    List<ListPrice> prices = rows.read(text, this::price);
    return new PriceFile(prices, rows.findings());
  }

  private ListPrice price(CsvRow row) {
    return ListPrice.of(key(row), rate(row), period(row), recording(row), evidence(row));
  }

  private static PriceKey key(CsvRow row) {
    return new PriceKey(
        provider(row),
        row.required("model"),
        row.bool("fine_tuned"),
        row.label("component", Component::findByLabel, Component.labels()),
        row.label("tier", ServiceTier::findByLabel, ServiceTier.labels()),
        row.text("variant"),
        threshold(row));
  }

  private static Provider provider(CsvRow row) {
    String text = row.required("provider");
    try {
      return Provider.of(text);
    } catch (IllegalArgumentException e) {
      throw new BadField("provider", "not a provider: " + text, "write it like openai or azure");
    }
  }

  private static OptionalLong threshold(CsvRow row) {
    String text = row.text("context_above");
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    if (!text.matches("[1-9]\\d{0,11}")) {
      throw new BadField("context_above", "not a number of tokens: " + text, "write 272000");
    }
    return OptionalLong.of(Long.parseLong(text));
  }

  private static Rate rate(CsvRow row) {
    return new Rate(
        row.amount("amount"),
        row.label("unit", PriceUnit::findByLabel, PriceUnit.labels()),
        currency(row));
  }

  private static Currency currency(CsvRow row) {
    String code = row.required("currency");
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      throw new BadField("currency", "not a currency: " + code, "use an ISO 4217 code such as USD");
    }
  }

  private static PricePeriod period(CsvRow row) {
    PriceStart start =
        row.required("valid_from").equals(UNKNOWN_START)
            ? PriceStart.unknown()
            : PriceStart.on(row.day("valid_from"));
    return new PricePeriod(start, row.findDay("valid_to"));
  }

  private static Recording recording(CsvRow row) {
    return new Recording(
        midnight(row.day("recorded_on")),
        row.findDay("superseded_on").map(PriceFileReader::midnight));
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private PriceSource evidence(CsvRow row) {
    String key = row.required("source");
    PriceSources.Entry entry =
        sources
            .find(key)
            .orElseThrow(
                () -> new BadField("source", "unknown: " + key, "add it to sources.csv first"));
    PriceCertainty certainty =
        row.label("certainty", PriceCertainty::findByLabel, "high, medium, low");
    return new PriceSource(entry.source(), entry.seen(), certainty, row.text("remark"));
  }
}
