package dev.plumbline.api.prices;

import dev.plumbline.api.web.QueryValues;
import dev.plumbline.pricing.catalogue.ListPrice;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a reader wants to see of the catalogue. An empty text asks for everything.
 *
 * @param words all must occur in provider, model, variant or source
 * @param tuned {@code tuned}, {@code base} or empty
 * @param on only prices in force on this day
 */
record PriceSearch(
    String words,
    String provider,
    String component,
    String tier,
    String tuned,
    Optional<LocalDate> on) {

  static final Map<String, String> DEFAULTS =
      Map.of(
          "q", "", "provider", "", "component", "", "tier", "", "tuned", "", "on", "", "page", "1");

  private static final Comparator<ListPrice> ORDER =
      Comparator.comparing(ListPrice::provider)
          .thenComparing(ListPrice::model)
          .thenComparing(ListPrice::fineTuned)
          .thenComparing(ListPrice::tier)
          .thenComparing(ListPrice::component)
          .thenComparing(ListPrice::variant)
          .thenComparing(row -> row.validFrom().day().orElse(LocalDate.MIN));

  static PriceSearch of(QueryValues values) {
    return new PriceSearch(
        values.text("q").toLowerCase(Locale.ROOT),
        values.text("provider"),
        values.text("component"),
        values.text("tier"),
        values.text("tuned"),
        values.dayIfAny("on"));
  }

  List<ListPrice> in(List<ListPrice> rows) {
    return rows.stream().filter(this::matches).sorted(ORDER).toList();
  }

  private boolean matches(ListPrice row) {
    return is(provider, row.provider().key())
        && is(component, row.component().label())
        && is(tier, row.tier().label())
        && is(tuned, row.fineTuned() ? "tuned" : "base")
        && on.map(day -> inForce(row, day)).orElse(true)
        && hasWords(row);
  }

  private static boolean is(String wanted, String actual) {
    return wanted.isEmpty() || wanted.equals(actual);
  }

  static boolean inForce(ListPrice row, LocalDate day) {
    return row.validFrom().day().map(from -> !day.isBefore(from)).orElse(true)
        && row.validTo().map(day::isBefore).orElse(true);
  }

  private boolean hasWords(ListPrice row) {
    String text =
        String.join(
                " ",
                row.id(),
                row.provider().key(),
                row.model(),
                row.variant(),
                row.component().label(),
                row.source().name())
            .toLowerCase(Locale.ROOT);
    return List.of(words.split("\\s+")).stream().allMatch(text::contains);
  }
}
