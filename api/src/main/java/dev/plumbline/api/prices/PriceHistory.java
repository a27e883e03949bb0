package dev.plumbline.api.prices;

import static java.util.stream.Collectors.groupingBy;

import dev.plumbline.api.web.PriceWords;
import dev.plumbline.pricing.catalogue.ListPrice;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What one thing cost over time according to each source: the table below a history chart.
 *
 * @param sources a column each
 * @param days a row each, on every day on which something changes
 */
public record PriceHistory(List<String> sources, List<Day> days) {

  /** The claims on one day, in the order of the sources. */
  public record Day(LocalDate day, List<Claim> claims) {}

  /**
   * One source's price on one day.
   *
   * @param amount exact digits, empty when the source claims nothing
   * @param shown the same for reading
   */
  public record Claim(String amount, String shown) {
    private static final Claim NONE = new Claim("", "");

    private static Claim of(ListPrice row) {
      return new Claim(row.amount().toPlainString(), PriceWords.amount(row));
    }
  }

  public PriceHistory {
    sources = List.copyOf(sources);
    days = List.copyOf(days);
  }

  /** Whether there is a line to draw. */
  public boolean isDrawable() {
    return days.size() > 1;
  }

  /** The rows must all be for the same thing. */
  static PriceHistory of(List<ListPrice> rows, LocalDate today) {
    Map<String, List<ListPrice>> bySource =
        rows.stream()
            .collect(
                groupingBy(
                    row -> row.source().name(),
                    LinkedHashMap::new,
                    java.util.stream.Collectors.toList()));
    List<Day> days =
        changes(rows, today).stream().map(day -> dayOf(day, bySource.values().stream())).toList();
    return new PriceHistory(List.copyOf(bySource.keySet()), days);
  }

  private static TreeSet<LocalDate> changes(List<ListPrice> rows, LocalDate today) {
    TreeSet<LocalDate> days = new TreeSet<>();
    for (ListPrice row : rows) {
      row.validFrom().day().ifPresent(days::add);
      days.add(row.validTo().orElse(today));
    }
    return days;
  }

  private static Day dayOf(LocalDate day, Stream<List<ListPrice>> sources) {
    return new Day(day, sources.map(rows -> claimOn(day, rows)).toList());
  }

  /** On the day after its last a price is shown once more, so that its line reaches that day. */
  private static Claim claimOn(LocalDate day, List<ListPrice> rows) {
    Optional<ListPrice> inForce =
        rows.stream().filter(row -> PriceSearch.inForce(row, day)).findFirst();
    return inForce
        .or(
            () ->
                rows.stream().filter(row -> PriceSearch.inForce(row, day.minusDays(1))).findFirst())
        .map(Claim::of)
        .orElse(Claim.NONE);
  }
}
