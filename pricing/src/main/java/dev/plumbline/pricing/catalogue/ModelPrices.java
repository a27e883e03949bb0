package dev.plumbline.pricing.catalogue;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import dev.plumbline.pricing.catalogue.PriceLookup.Found;
import dev.plumbline.pricing.catalogue.PriceSeries.Stretch;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** All prices of one model of one provider, tuned or not. */
final class ModelPrices {

  private static final String NO_VARIANT = "";

  private final Map<String, Map<Component, Map<ServiceTier, PriceSeries>>> byVariant =
      new HashMap<>();
  private final Collection<ListPrice> rows;
  private final boolean hasThresholds;

  ModelPrices(Collection<ListPrice> rows, Optional<String> defaultVariant, LocalTime changesAt) {
    this.rows = List.copyOf(rows);
    this.hasThresholds = rows.stream().anyMatch(row -> row.contextAbove().isPresent());
    for (String variant : variants()) {
      byVariant.put(variant, seriesOf(variant, Optional.empty(), changesAt));
    }
    String meant = defaultVariant.orElse(NO_VARIANT);
    byVariant.put(NO_VARIANT, seriesOf(meant, defaultVariant, changesAt));
  }

  private Map<Component, Map<ServiceTier, PriceSeries>> seriesOf(
      String variant, Optional<String> assumed, LocalTime changesAt) {
    var builder = new PriceSeriesBuilder(changesAt, firstSale(), variant, assumed);
    Map<Component, Map<ServiceTier, PriceSeries>> series = new EnumMap<>(Component.class);
    rows.stream()
        .filter(row -> row.variant().equals(variant) || row.variant().isEmpty())
        .collect(groupingBy(ListPrice::component, groupingBy(ListPrice::tier)))
        .forEach(
            (component, tiers) -> {
              Map<ServiceTier, PriceSeries> byTier = new EnumMap<>(ServiceTier.class);
              tiers.forEach((tier, same) -> byTier.put(tier, builder.build(same)));
              series.put(component, byTier);
            });
    return series;
  }

  /**
   * The first day on which a source knows of a sale. A row that starts on the very day it was seen
   * says only that the price was there, not since when.
   */
  private Optional<LocalDate> firstSale() {
    return rows.stream()
        .filter(row -> !row.validFrom().day().equals(row.seen()))
        .flatMap(row -> row.validFrom().day().stream())
        .min(LocalDate::compareTo);
  }

  Optional<Found> find(PriceQuestion question) {
    return findSeries(question)
        .flatMap(series -> series.at(second(question)).find(question.contextTokens()))
        .filter(found -> !longContextMissing(question, found));
  }

  /**
   * A request above the threshold moves all its tokens to the long-context prices. A component that
   * has no threshold of its own then has no price: its base price is known to be wrong.
   */
  boolean longContextMissing(PriceQuestion question, Found found) {
    return hasThresholds
        && found.price().contextAbove().isEmpty()
        && !stretch(question, question.component(), question.tier()).hasThresholds()
        && stretch(question, Component.INPUT, ServiceTier.STANDARD)
            .passesThreshold(question.contextTokens());
  }

  private Stretch stretch(PriceQuestion question, Component component, ServiceTier tier) {
    return findSeries(question.variant(), component, tier)
        .map(series -> series.at(second(question)))
        .orElse(PriceSeries.GAP);
  }

  private static long second(PriceQuestion question) {
    return question.at().getEpochSecond();
  }

  Optional<PriceSeries> findSeries(PriceQuestion question) {
    return findSeries(question.variant(), question.component(), question.tier());
  }

  private Optional<PriceSeries> findSeries(String variant, Component component, ServiceTier tier) {
    var series = byVariant.get(byVariant.containsKey(variant) ? variant : NO_VARIANT);
    var tiers = series == null ? null : series.get(component);
    return tiers == null ? Optional.empty() : Optional.ofNullable(tiers.get(tier));
  }

  /** Tiers in which a component is sold, whatever the variant. */
  SortedSet<ServiceTier> tiersOf(Component component) {
    return rows.stream()
        .filter(row -> row.component() == component)
        .map(ListPrice::tier)
        .collect(toCollection(TreeSet::new));
  }

  /** Variants named in the rows; empty when none is. */
  SortedSet<String> variants() {
    return rows.stream()
        .map(ListPrice::variant)
        .filter(variant -> !variant.isEmpty())
        .collect(toCollection(TreeSet::new));
  }

  boolean isOnlyAlias() {
    return rows.stream().allMatch(row -> row.variant().equals(PriceCatalogue.ALIAS_VARIANT));
  }
}
