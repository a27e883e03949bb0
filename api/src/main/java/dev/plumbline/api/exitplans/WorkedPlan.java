package dev.plumbline.api.exitplans;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.exit.ExitPlan;
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
   */
  record CandidateCost(PricedPart month, PricedPart retraining) {}

  WorkedPlan {
    requireNonNull(plan, "plan");
    requireNonNull(spend, "spend");
    costs = Map.copyOf(costs);
  }

  Optional<CandidateCost> costOf(String candidate) {
    return Optional.ofNullable(costs.get(candidate));
  }
}
