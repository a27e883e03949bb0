package dev.plumbline.pricing.breakeven;

import static dev.plumbline.pricing.inference.WorkingPrecision.FIFTY_DIGITS;

import dev.plumbline.pricing.inference.AttemptCost;
import dev.plumbline.pricing.inference.HitRate;
import dev.plumbline.pricing.inference.Retries;
import dev.plumbline.pricing.inference.Side;
import java.math.BigDecimal;

/**
 * Saving per answered request as a function of the volume. Costs are linear in the hit rates, so
 * three numbers and the two hit rates say everything; that makes a thousand volumes cheap.
 */
final class SavingCurve {

  private final BigDecimal cold;
  private final BigDecimal perBaseHit;
  private final BigDecimal perTunedHit;
  private final HitRate baseHits;
  private final HitRate tunedHits;

  private SavingCurve(Line base, Line tuned, BigDecimal answeredByTuned) {
    this.cold = base.cost.cold().multiply(answeredByTuned).subtract(tuned.cost.cold());
    this.perBaseHit = base.cost.perHit().multiply(answeredByTuned);
    this.perTunedHit = tuned.cost.perHit().negate();
    this.baseHits = base.hits;
    this.tunedHits = tuned.hits;
  }

  static SavingCurve of(BreakEvenScenario scenario) {
    return new SavingCurve(
        Line.of(scenario.base(), scenario.retries()),
        Line.of(scenario.tuned(), scenario.retries()),
        BigDecimal.ONE.subtract(scenario.fallbackShare()));
  }

  BigDecimal at(BigDecimal requestsPerMonth) {
    BigDecimal saving = cold;
    if (perBaseHit.signum() != 0) {
      saving = saving.add(perBaseHit.multiply(baseHits.at(requestsPerMonth)));
    }
    if (perTunedHit.signum() != 0) {
      saving = saving.add(perTunedHit.multiply(tunedHits.at(requestsPerMonth)));
    }
    return saving.round(FIFTY_DIGITS);
  }

  boolean dependsOnVolume() {
    return (perBaseHit.signum() != 0 && baseHits.dependsOnVolume())
        || (perTunedHit.signum() != 0 && tunedHits.dependsOnVolume());
  }

  /** The cost of one answered request of one side over its own hit rate. */
  private record Line(AttemptCost cost, HitRate hits) {

    static Line of(Side side, Retries retries) {
      AttemptCost attempt = AttemptCost.of(side);
      BigDecimal attempts = retries.attempts(side.failureRate());
      BigDecimal loss = retries.expectedLoss(side.failureRate());
      return new Line(
          new AttemptCost(
              attempt.cold().multiply(attempts).add(loss), attempt.perHit().multiply(attempts)),
          side.cache().hitRate());
    }
  }
}
