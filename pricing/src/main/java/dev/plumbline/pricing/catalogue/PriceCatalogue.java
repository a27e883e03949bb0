package dev.plumbline.pricing.catalogue;

import static java.util.stream.Collectors.groupingBy;

import dev.plumbline.core.model.Provider;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Published prices on two axes of time: when a price is in force, and when we believed it. Never
 * changes; {@link #asKnownAt} answers from what was known at an earlier moment.
 *
 * <p>A lookup is a hash of the model and a binary search in its sorted dates.
 */
public final class PriceCatalogue {

  /** The variant of rows that say what an undated name cost while it was one. */
  public static final String ALIAS_VARIANT = "alias";

  private final List<ListPrice> rows;
  private final BillingRules rules;
  private final LocalTime changesAt;
  private final String version;
  private final Map<Billed, ModelPrices> index = new HashMap<>();
  private final Map<Billed, PriceChain> chains = new HashMap<>();

  private record Billed(Provider provider, String model, boolean fineTuned) {}

  private PriceCatalogue(Collection<ListPrice> rows, BillingRules rules, LocalTime changesAt) {
    this.rows = List.copyOf(rows);
    this.rules = rules;
    this.changesAt = changesAt;
    this.version = versionOf(this.rows);
    List<ListPrice> believed = believed();
    Overlaps.refuse(believed);
    believed.stream()
        .collect(groupingBy(row -> new Billed(row.provider(), row.model(), row.fineTuned())))
        .forEach((billed, same) -> index.put(billed, index(billed.provider(), same)));
    index.keySet().forEach(billed -> chains.put(billed, chainOf(billed)));
  }

  private ModelPrices index(Provider provider, List<ListPrice> same) {
    return new ModelPrices(same, rules.defaultVariant(provider), changesAt);
  }

  /** The prices that ship with the product. */
  public static PriceCatalogue bundled() {
    return BundledCatalogue.PRICES;
  }

  /**
   * A catalogue with the bundled billing rules. Two rows of one source for the same thing may not
   * overlap in time.
   *
   * @throws IllegalArgumentException when two rows overlap
   */
  public static PriceCatalogue of(Collection<ListPrice> rows) {
    return new PriceCatalogue(rows, BillingRules.bundled(), LocalTime.MIDNIGHT);
  }

  /**
   * A catalogue with other rules or another hour of change.
   *
   * @param changesAt hour (UTC) at which a price of a day takes effect; no provider states it
   */
  public static PriceCatalogue of(
      Collection<ListPrice> rows, BillingRules rules, LocalTime changesAt) {
    return new PriceCatalogue(rows, rules, changesAt);
  }

  /** Date of the newest record and a hash of the content, for example {@code 2026-11-20-3f…}. */
  public String version() {
    return version;
  }

  /** Every row ever recorded, superseded ones included. */
  public List<ListPrice> rows() {
    return rows;
  }

  /** The rows believed now. */
  public List<ListPrice> believed() {
    return rows.stream().filter(row -> row.supersededAt().isEmpty()).toList();
  }

  public BillingRules rules() {
    return rules;
  }

  /** What we knew at a moment: rows learned later are gone, rows superseded later are back. */
  public PriceCatalogue asKnownAt(Instant moment) {
    List<ListPrice> known =
        rows.stream()
            .filter(row -> row.recording().believedAt(moment))
            .map(row -> reopened(row))
            .toList();
    return new PriceCatalogue(known, rules, changesAt);
  }

  private static ListPrice reopened(ListPrice row) {
    return new ListPrice(
        row.id(),
        row.key(),
        row.rate(),
        row.period(),
        Recording.at(row.recordedAt()),
        row.evidence());
  }

  public PriceLookup find(PriceQuestion question) {
    return chain(question.provider(), question.model(), question.fineTuned()).find(question);
  }

  /** The price lists of a model; empty when nothing is known of it. */
  public PriceChain chain(Provider provider, String model, boolean fineTuned) {
    Billed billed = new Billed(provider, model, fineTuned);
    PriceChain known = chains.get(billed);
    return known == null ? chainOf(billed) : known;
  }

  /** Everybody who sells a model, tuned or not, in the order of their keys. */
  public List<Provider> sellersOf(String model) {
    return index.keySet().stream()
        .map(Billed::provider)
        .distinct()
        .filter(provider -> sells(provider, model))
        .sorted()
        .toList();
  }

  /** The provider of a model that only one provider sells. */
  public Optional<Provider> onlyProviderOf(String model) {
    List<Provider> sellers = sellersOf(model);
    return sellers.size() == 1 ? Optional.of(sellers.get(0)) : Optional.empty();
  }

  /** Whether any price of the model, tuned or not, is known. */
  public boolean sells(Provider provider, String model) {
    String usual = rules.usualName(provider, model);
    return index.containsKey(new Billed(provider, usual, false))
        || index.containsKey(new Billed(provider, usual, true));
  }

  /** What the undated name itself cost, where a source says so. */
  public PriceChain aliasPrices(Provider provider, String alias) {
    return new PriceChain(findPrices(new Billed(provider, alias, false)).stream().toList());
  }

  private PriceChain chainOf(Billed asked) {
    Provider provider = asked.provider();
    String model = rules.usualName(provider, asked.model());
    List<Billed> order = new ArrayList<>();
    order.add(new Billed(provider, model, asked.fineTuned()));
    if (asked.fineTuned()) {
      rules.familyOf(provider, model).ifPresent(f -> order.add(new Billed(provider, f, true)));
      if (rules.tunedAsBase(provider, model)) {
        order.add(new Billed(provider, model, false));
      }
    }
    order.add(new Billed(provider, PriceKey.EVERY_MODEL, asked.fineTuned()));
    return new PriceChain(
        order.stream().distinct().flatMap(billed -> findPrices(billed).stream()).toList());
  }

  private Optional<ModelPrices> findPrices(Billed billed) {
    return Optional.ofNullable(index.get(billed));
  }

  private static String versionOf(List<ListPrice> rows) {
    return rows.stream()
        .map(ListPrice::recordedAt)
        .max(Instant::compareTo)
        .map(newest -> newest.atZone(ZoneOffset.UTC).toLocalDate() + "-" + ContentHash.ofRows(rows))
        .orElse("empty");
  }
}
