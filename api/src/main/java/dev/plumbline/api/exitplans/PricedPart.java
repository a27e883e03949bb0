package dev.plumbline.api.exitplans;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.exit.value.GivenMoney;
import dev.plumbline.pricing.cost.CostBreakdown;
import java.util.List;
import java.util.Optional;

/**
 * An amount with the published prices behind it, or why there is none.
 *
 * @param breakdown empty for an amount that somebody entered, and for one that nobody knows
 */
record PricedPart(GivenMoney money, Optional<CostBreakdown> breakdown) {

  PricedPart {
    requireNonNull(money, "money");
    requireNonNull(breakdown, "breakdown");
  }

  static PricedPart of(CostBreakdown breakdown) {
    String basis = "catalogue " + breakdown.catalogueVersion();
    return new PricedPart(GivenMoney.of(breakdown.total(), basis), Optional.of(breakdown));
  }

  static PricedPart unpriced(String reason) {
    return new PricedPart(GivenMoney.unknown(reason), Optional.empty());
  }

  /** What somebody says, or what nothing costs. */
  static PricedPart said(GivenMoney money) {
    return new PricedPart(money, Optional.empty());
  }

  /** Another amount by the same prices, such as a month of requests. */
  PricedPart as(GivenMoney other) {
    return new PricedPart(other, breakdown);
  }

  /** What it is based on beside the prices. */
  List<String> assumptions() {
    return breakdown.map(CostBreakdown::assumptions).orElse(List.of());
  }
}
