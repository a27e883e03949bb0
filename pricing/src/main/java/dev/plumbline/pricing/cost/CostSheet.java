package dev.plumbline.pricing.cost;

import dev.plumbline.core.money.Money;
import dev.plumbline.pricing.catalogue.Component;
import dev.plumbline.pricing.catalogue.ListPrice;
import dev.plumbline.pricing.catalogue.PriceCatalogue;
import dev.plumbline.pricing.catalogue.PriceLookup;
import dev.plumbline.pricing.catalogue.PriceLookup.Found;
import dev.plumbline.pricing.catalogue.PriceLookup.NotFound;
import dev.plumbline.pricing.catalogue.PriceQuestion;
import dev.plumbline.pricing.catalogue.Rate;
import dev.plumbline.pricing.catalogue.UnpricedReason;
import dev.plumbline.pricing.cost.Estimate.Priced;
import dev.plumbline.pricing.cost.Estimate.Unpriced;
import dev.plumbline.pricing.override.PriceOverride;
import dev.plumbline.pricing.override.PriceOverrides;
import dev.plumbline.pricing.usage.UsageCategory;
import dev.plumbline.pricing.usage.UsagePart;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lines of one request, written one by one until a price is missing. Used once. */
final class CostSheet {

  private static final UsageCategory[] CATEGORIES = UsageCategory.values();

  private final RequestUsage request;
  private final BilledModel model;
  private final PriceCatalogue catalogue;
  private final OwnPrices ownPrices;
  private final List<CostLine> lines = new ArrayList<>(4);
  private final List<String> assumptions;
  private final long contextTokens;
  private final Optional<Found> inputPrice;

  CostSheet(
      RequestUsage request, BilledModel model, PriceCatalogue catalogue, PriceOverrides overrides) {
    this.request = request;
    this.model = model;
    this.catalogue = catalogue;
    this.ownPrices = new OwnPrices(overrides, request, model);
    this.assumptions = new ArrayList<>(model.assumptions());
    this.contextTokens = request.usage().totalInput();
    this.inputPrice = model.prices().findFound(question(Component.INPUT));
  }

  boolean hasInputPrice() {
    return inputPrice.isPresent();
  }

  Estimate estimate() {
    for (UsageCategory category : CATEGORIES) {
      Optional<Unpriced> missing = addCategory(category);
      if (missing.isPresent()) {
        return missing.get();
      }
    }
    return lines.isEmpty() ? ofNothing() : total();
  }

  /** A request without tokens costs nothing, but only where its model has a price. */
  private Estimate ofNothing() {
    return model
        .prices()
        .find(question(Component.INPUT))
        .match(
            new PriceLookup.Cases<Estimate>() {
              @Override
              public Estimate found(Found found) {
                return priced(Money.zero(found.price().currency()));
              }

              @Override
              public Estimate notFound(NotFound missing) {
                return Unpriced.of(missing);
              }
            });
  }

  private Estimate total() {
    Money total = lines.get(0).amount();
    for (CostLine line : lines.subList(1, lines.size())) {
      if (!line.amount().currency().equals(total.currency())) {
        return new Unpriced(
            UnpricedReason.SEVERAL_CURRENCIES,
            "the prices of %s are in several currencies".formatted(model.fullName()));
      }
      total = total.plus(line.amount());
    }
    return priced(total);
  }

  private Estimate priced(Money total) {
    return new Priced(new CostBreakdown(total, lines, catalogue.version(), assumptions));
  }

  private Optional<Unpriced> addCategory(UsageCategory category) {
    long rest = request.usage().tokens(category);
    if (rest == 0) {
      return Optional.empty();
    }
    for (Map.Entry<UsagePart, Long> part : request.usage().parts().entrySet()) {
      if (part.getKey().category() == category) {
        rest -= addPart(BilledAs.component(part.getKey()), part.getValue());
      }
    }
    return rest == 0 ? Optional.empty() : addRest(BilledAs.component(category), rest);
  }

  /** How many tokens got a price of their own; the others cost what their category costs. */
  private long addPart(Component component, long tokens) {
    if (tokens == 0) {
      return 0;
    }
    Optional<Found> found = model.prices().findFound(question(component));
    return addLine(component, tokens, found) ? tokens : 0;
  }

  private Optional<Unpriced> addRest(Component component, long tokens) {
    Optional<Found> found = findPrice(component);
    if (addLine(component, tokens, found.isPresent() ? found : substitute(component))) {
      return Optional.empty();
    }
    PriceLookup missing = model.prices().find(question(component));
    return Optional.of(Unpriced.of((NotFound) missing));
  }

  private Optional<Found> findPrice(Component component) {
    return component == Component.INPUT
        ? inputPrice
        : model.prices().findFound(question(component));
  }

  /**
   * The two prices that may stand in for a missing one: cached tokens bill at the input price where
   * no cached price is published, and so do cache writes where the provider charges nothing extra.
   */
  private Optional<Found> substitute(Component component) {
    Optional<String> reason = reasonForInputPrice(component);
    if (reason.isEmpty()) {
      return Optional.empty();
    }
    inputPrice.ifPresent(found -> assumptions.add(reason.get()));
    return inputPrice;
  }

  private Optional<String> reasonForInputPrice(Component component) {
    if (component == Component.CACHED_INPUT) {
      return Optional.of(
          "no %s price for cached input of %s is published, so it bills at the input price"
              .formatted(request.tier(), model.model()));
    }
    return component == Component.CACHE_WRITE
        ? catalogue.rules().cacheWriteAsInput(model.provider(), model.model())
        : Optional.empty();
  }

  private boolean addLine(Component component, long tokens, Optional<Found> found) {
    Optional<PriceOverride> own = ownPrices.find(component);
    if (found.isEmpty() && !own.map(OwnPrices::standsAlone).orElse(false)) {
      return false;
    }
    ListPrice price =
        found.isPresent()
            ? found.get().price()
            : OwnPrices.asRow(own.orElseThrow(), question(component));
    Rate rate = own.isPresent() ? OwnPrices.rate(own.get(), price) : price.rate();
    BigDecimal quantity = BigDecimal.valueOf(tokens);
    lines.add(
        new CostLine(
            component,
            quantity,
            price,
            rate,
            CostLine.amount(rate, quantity),
            own,
            found.isPresent() ? found.get().conflicts() : List.of()));
    found.ifPresent(one -> addAssumptions(one.assumptions()));
    return true;
  }

  private void addAssumptions(List<String> more) {
    for (String assumption : more) {
      if (!assumptions.contains(assumption)) {
        assumptions.add(assumption);
      }
    }
  }

  private PriceQuestion question(Component component) {
    return new PriceQuestion(
        model.provider(),
        model.model(),
        model.fineTuned(),
        component,
        request.tier(),
        model.aliasRow() ? PriceCatalogue.ALIAS_VARIANT : request.variant(),
        contextTokens,
        request.at());
  }
}
