package dev.plumbline.pricing.catalogue;

import static java.util.stream.Collectors.groupingBy;

import dev.plumbline.pricing.catalogue.PriceLookup.Found;
import dev.plumbline.pricing.catalogue.PriceSeries.Stretch;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Settles which row answers in which stretch of time.
 *
 * <p>A row whose start is unknown answers before its end, but not before the first day on which the
 * provider is known to have sold the model at all; until the day on which the row was seen the
 * answer carries an assumption. Refusing it would leave nearly all batch prices of fine-tunes
 * unpriced; taking it silently would invent a start.
 */
final class PriceSeriesBuilder {

  /** A price that changed daily for five years; building takes time by the square of it. */
  private static final int MAX_ROWS = 2_000;

  private final LocalTime changesAt;
  private final Optional<LocalDate> firstSale;
  private final String wantedVariant;
  private final Optional<String> assumedVariant;

  PriceSeriesBuilder(
      LocalTime changesAt,
      Optional<LocalDate> firstSale,
      String wantedVariant,
      Optional<String> assumedVariant) {
    this.changesAt = changesAt;
    this.firstSale = firstSale;
    this.wantedVariant = wantedVariant;
    this.assumedVariant = assumedVariant;
  }

  PriceSeries build(Collection<ListPrice> rows) {
    if (rows.size() > MAX_ROWS) {
      throw new IllegalArgumentException(
          "more than %d prices of one thing: %s".formatted(MAX_ROWS, rows.iterator().next().key()));
    }
    List<Long> starts = boundaries(rows);
    List<Stretch> stretches = new ArrayList<>();
    for (long start : starts) {
      stretches.add(stretchAt(start, rows));
    }
    return new PriceSeries(starts, stretches);
  }

  private List<Long> boundaries(Collection<ListPrice> rows) {
    TreeSet<Long> boundaries = new TreeSet<>();
    for (ListPrice row : rows) {
      boundaries.add(startOf(row));
      row.validTo().map(this::moment).ifPresent(boundaries::add);
      row.seen().map(this::moment).filter(seen -> inForce(row, seen)).ifPresent(boundaries::add);
    }
    return List.copyOf(boundaries);
  }

  private Stretch stretchAt(long moment, Collection<ListPrice> rows) {
    var byBand =
        rows.stream()
            .filter(row -> inForce(row, moment))
            .collect(
                groupingBy(
                    row -> row.contextAbove().orElse(0),
                    TreeMap::new,
                    java.util.stream.Collectors.toList()));
    return Stretch.of(byBand.values().stream().map(band -> settle(band, moment)).toList());
  }

  private Found settle(List<ListPrice> candidates, long moment) {
    List<ListPrice> ordered =
        candidates.stream()
            .sorted(
                Comparator.comparing((ListPrice row) -> !row.variant().equals(wantedVariant))
                    .thenComparing(SourceOrder.BEST_FIRST))
            .toList();
    ListPrice best = ordered.get(0);
    List<ListPrice> conflicts =
        ordered.stream().skip(1).filter(other -> !other.agreesWith(best)).toList();
    return new Found(best, conflicts, assumptions(best, moment));
  }

  private List<String> assumptions(ListPrice row, long moment) {
    List<String> assumptions = new ArrayList<>();
    assumedVariant
        .filter(row.variant()::equals)
        .ifPresent(
            v -> assumptions.add("no variant was named, so the variant " + v + " is assumed"));
    boolean seenByThen = row.seen().map(day -> moment(day) <= moment).orElse(false);
    if (row.validFrom().day().isEmpty() && !seenByThen) {
      assumptions.add(startUnknown(row));
    }
    return assumptions;
  }

  private static String startUnknown(ListPrice row) {
    return row.seen()
        .map(day -> "the start of price %s is unknown; it was seen on %s".formatted(row.id(), day))
        .orElse("the start of price %s is unknown and its source undated".formatted(row.id()));
  }

  private boolean inForce(ListPrice row, long moment) {
    return startOf(row) <= moment && row.validTo().map(end -> moment < moment(end)).orElse(true);
  }

  private long startOf(ListPrice row) {
    return row.validFrom()
        .day()
        .or(() -> firstSaleBeforeEnd(row))
        .map(this::moment)
        .orElse(Long.MIN_VALUE);
  }

  private Optional<LocalDate> firstSaleBeforeEnd(ListPrice row) {
    return firstSale.filter(day -> row.validTo().map(day::isBefore).orElse(true));
  }

  private long moment(LocalDate day) {
    return day.toEpochSecond(changesAt, ZoneOffset.UTC);
  }
}
