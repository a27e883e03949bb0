package dev.plumbline.pricing.cost;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.money.Money;
import dev.plumbline.pricing.catalogue.Component;
import dev.plumbline.pricing.catalogue.ListPrice;
import dev.plumbline.pricing.catalogue.Rate;
import dev.plumbline.pricing.override.PriceOverride;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One component of a cost: quantity times rate is the amount, exactly.
 *
 * @param component what was consumed; the price may be another component's, for example input for
 *     cached input where no cached price is published
 * @param quantity in the unit of the price: tokens, hours, months
 * @param price the published row; for a private price without one, the private price as a row
 * @param rate what is paid: the row's rate unless an override changed it
 * @param override the customer's own price that applied
 * @param conflicts rows of other sources that claim another price
 */
public record CostLine(
    Component component,
    BigDecimal quantity,
    ListPrice price,
    Rate rate,
    Money amount,
    Optional<PriceOverride> override,
    List<ListPrice> conflicts) {

  public CostLine {
    requireNonNull(component, "component");
    requireNonNull(quantity, "quantity");
    requireNonNull(price, "price");
    requireNonNull(rate, "rate");
    requireNonNull(amount, "amount");
    requireNonNull(override, "override");
    conflicts = List.copyOf(conflicts);
  }

  /** A quantity at the list price. */
  public static CostLine of(ListPrice price, BigDecimal quantity) {
    return new CostLine(
        price.component(),
        quantity,
        price,
        price.rate(),
        amount(price.rate(), quantity),
        Optional.empty(),
        List.of());
  }

  static Money amount(Rate rate, BigDecimal quantity) {
    return new Money(rate.currency(), rate.unit().cost(rate.amount(), quantity));
  }
}
