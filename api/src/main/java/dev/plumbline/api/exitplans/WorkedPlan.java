package dev.plumbline.api.exitplans;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.exit.ExitPlan;
import dev.plumbline.lifecycle.exit.successor.StatedFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A plan as of today, with the prices behind its amounts.
 *
 * @param spend of one month today
 * @param costs of each candidate by its key
 */
record WorkedPlan(ExitPlan plan, PricedPart spend, Map<String, CandidateCost> costs) {

  /**
   * What one candidate costs.
   *
   * @param month its whole cost each month, not the difference
   * @param surcharges of the place in which it would run; those that are known are in the month
   * @param quality what somebody measured
   */
  record CandidateCost(
      PricedPart month,
      PricedPart retraining,
      List<Surcharge> surcharges,
      Optional<StatedFacts.Capability> quality) {}

  WorkedPlan {
    requireNonNull(plan, "plan");
    requireNonNull(spend, "spend");
    costs = Map.copyOf(costs);
  }

  Optional<CandidateCost> costOf(String candidate) {
    return Optional.ofNullable(costs.get(candidate));
  }
}
