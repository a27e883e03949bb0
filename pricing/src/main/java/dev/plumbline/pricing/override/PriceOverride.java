package dev.plumbline.pricing.override;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.time.DayRange;

/**
 * A customer's own price, stronger than the list while it is valid.
 *
 * @param name how a breakdown names it, for example {@code overrides.csv:3}
 * @param reason why: contract, private offer
 */
public record PriceOverride(
    String name, OverrideScope scope, Adjustment adjustment, DayRange validity, String reason) {

  public PriceOverride {
    requireNonNull(name, "name");
    requireNonNull(scope, "scope");
    requireNonNull(adjustment, "adjustment");
    requireNonNull(validity, "validity");
    if (reason.isBlank()) {
      throw new IllegalArgumentException("an override needs a reason");
    }
  }
}
