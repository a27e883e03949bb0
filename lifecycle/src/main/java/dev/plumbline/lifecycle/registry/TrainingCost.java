package dev.plumbline.lifecycle.registry;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.money.CurrencyMismatchException;
import dev.plumbline.core.money.Money;
import java.util.Optional;

/**
 * What training cost, in one currency.
 *
 * @param estimated before the job
 * @param billed as the provider charged it
 */
public record TrainingCost(Optional<Money> estimated, Optional<Money> billed) {

  public static final TrainingCost UNKNOWN = new TrainingCost(Optional.empty(), Optional.empty());

  public TrainingCost {
    requireNonNull(estimated, "estimated");
    requireNonNull(billed, "billed");
    estimated.ifPresent(TrainingCost::requireNotNegative);
    billed.ifPresent(TrainingCost::requireNotNegative);
    if (estimated.isPresent()
        && billed.isPresent()
        && !estimated.get().currency().equals(billed.get().currency())) {
      throw new CurrencyMismatchException(estimated.get().currency(), billed.get().currency());
    }
  }

  private static void requireNotNegative(Money cost) {
    if (cost.signum() < 0) {
      throw new IllegalArgumentException("training cannot cost " + cost);
    }
  }

  /** The bill, else the estimate; empty when nobody knows. */
  public Optional<Money> known() {
    return billed.or(() -> estimated);
  }

  /** What the newer says, and where it says nothing what was known. */
  TrainingCost mergedWith(TrainingCost newer) {
    Optional<Money> latest = newer.known();
    TrainingCost kept =
        latest.isPresent() && !isIn(latest.get()) ? UNKNOWN : this; // another currency replaces all
    return new TrainingCost(
        newer.estimated.or(() -> kept.estimated), newer.billed.or(() -> kept.billed));
  }

  private boolean isIn(Money other) {
    return known().map(mine -> mine.currency().equals(other.currency())).orElse(true);
  }
}
