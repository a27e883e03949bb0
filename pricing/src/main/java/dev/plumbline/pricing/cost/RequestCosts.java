package dev.plumbline.pricing.cost;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.model.Aliases;
import dev.plumbline.core.model.ModelKind;
import dev.plumbline.core.model.ModelNames;
import dev.plumbline.core.model.Provider;
import dev.plumbline.pricing.catalogue.PriceCatalogue;
import dev.plumbline.pricing.catalogue.UnpricedReason;
import dev.plumbline.pricing.override.PriceOverrides;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What requests cost, by one catalogue. Safe for use by many threads.
 *
 * <p>The rules: categories of usage are disjoint; each takes the row of its tier, context band and
 * moment; cached tokens without a cached price bill at the input price; above a long-context
 * threshold all tokens move to the higher rates; anything else that is missing leaves the whole
 * unpriced.
 */
public final class RequestCosts {

  private final PriceCatalogue catalogue;
  private final BilledModels models;
  private final PriceOverrides overrides;

  public RequestCosts(PriceCatalogue catalogue, ModelNames names, Aliases aliases) {
    this(catalogue, new BilledModels(catalogue, names, aliases), PriceOverrides.none());
  }

  private RequestCosts(PriceCatalogue catalogue, BilledModels models, PriceOverrides overrides) {
    this.catalogue = requireNonNull(catalogue, "catalogue");
    this.models = models;
    this.overrides = requireNonNull(overrides, "overrides");
  }

  /** With the prices, names and alias history that ship with the product. */
  public static RequestCosts bundled() {
    return new RequestCosts(PriceCatalogue.bundled(), ModelNames.bundled(), Aliases.bundled());
  }

  /** The same with a customer's own prices, which are stronger than the list. */
  public RequestCosts with(PriceOverrides own) {
    return new RequestCosts(catalogue, models, own);
  }

  public PriceCatalogue catalogue() {
    return catalogue;
  }

  public Estimate costOf(RequestUsage request) {
    NameReading reading = models.read(request.model(), request.provider());
    if (reading instanceof NameReading.Refused refused) {
      return refused.why();
    }
    if (reading instanceof NameReading.Moving moving) {
      return costOfMoving(request, moving);
    }
    BilledModel own = ((NameReading.Settled) reading).own();
    return withOtherSellers(sheet(request, own).estimate(), own.model());
  }

  /**
   * What a request to a fine-tune of the named base costs; the fine-tune need not exist yet. An
   * alias is taken as the snapshot that it means at the moment.
   */
  public Estimate costOfTuned(RequestUsage ofBase) {
    NameReading reading = models.read(ofBase.model(), ofBase.provider());
    if (reading instanceof NameReading.Refused refused) {
      return refused.why();
    }
    List<CostSheet> sheets =
        billedAs(ofBase).stream()
            .filter(model -> !model.aliasRow())
            .map(model -> sheet(ofBase, models.tuned(model)))
            .toList();
    return sheets.stream()
        .filter(CostSheet::hasInputPrice)
        .findFirst()
        .orElse(sheets.get(0))
        .estimate();
  }

  /**
   * What a request costs whose day nobody knows: today's price; for a model that is no longer sold
   * the only price it ever had. Where the price changed over time, the day decides and the request
   * stays unpriced.
   *
   * @param today the request, at the moment that stands for "now"
   */
  public Estimate costUndated(RequestUsage today) {
    Estimate now = costOf(today);
    boolean ended =
        now instanceof Estimate.Unpriced unpriced
            && unpriced.reason() == UnpricedReason.NO_LONGER_PRICED;
    return ended ? new UndatedCost(this, today).lastPrice().orElse(now) : now;
  }

  /** Everything that a request may be billed as, the best first. */
  List<BilledModel> billedAs(RequestUsage request) {
    NameReading reading = models.read(request.model(), request.provider());
    if (reading instanceof NameReading.Moving moving) {
      List<BilledModel> all = new ArrayList<>(models.othersOf(moving, request.at()));
      all.add(0, moving.own());
      return all;
    }
    return reading instanceof NameReading.Settled settled ? List.of(settled.own()) : List.of();
  }

  private Estimate costOfMoving(RequestUsage request, NameReading.Moving moving) {
    CostSheet own = sheet(request, moving.own());
    if (own.hasInputPrice()) {
      return own.estimate();
    }
    CostSheet best = own;
    for (BilledModel other : models.othersOf(moving, request.at())) {
      CostSheet sheet = sheet(request, other);
      if (sheet.hasInputPrice()) {
        return sheet.estimate();
      }
      best = other.aliasRow() ? best : sheet; // the snapshot explains better what is missing
    }
    return best == own ? withoutSnapshot(own.estimate(), moving) : best.estimate();
  }

  /** The same model has other prices elsewhere, so another seller is named and never taken. */
  private Estimate withOtherSellers(Estimate estimate, String model) {
    if (!(estimate instanceof Estimate.Unpriced unpriced)
        || unpriced.reason() != UnpricedReason.UNKNOWN_MODEL) {
      return estimate;
    }
    List<Provider> sellers = catalogue.sellersOf(model);
    String hint = sellers.isEmpty() ? "" : "; name the provider if it is " + join(sellers);
    return new Estimate.Unpriced(unpriced.reason(), unpriced.explanation() + hint);
  }

  private static String join(List<Provider> sellers) {
    return sellers.stream().map(Provider::key).collect(Collectors.joining(" or "));
  }

  /** The name is known, only not what it meant at the moment. */
  private static Estimate withoutSnapshot(Estimate estimate, NameReading.Moving moving) {
    if (moving.id().kind() == ModelKind.ALIAS
        && estimate instanceof Estimate.Unpriced unpriced
        && unpriced.reason() == UnpricedReason.UNKNOWN_MODEL) {
      return new Estimate.Unpriced(
          UnpricedReason.ALIAS_WITHOUT_SNAPSHOT,
          "%s is an alias, and no source says what it meant at that time"
              .formatted(moving.id().canonical()));
    }
    return estimate;
  }

  private CostSheet sheet(RequestUsage request, BilledModel model) {
    return new CostSheet(request, model, catalogue, overrides);
  }
}
