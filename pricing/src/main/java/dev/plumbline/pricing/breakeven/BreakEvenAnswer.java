package dev.plumbline.pricing.breakeven;

import static dev.plumbline.pricing.inference.WorkingPrecision.FIFTY_DIGITS;
import static java.util.Objects.requireNonNull;

import dev.plumbline.core.money.Money;
import dev.plumbline.pricing.inference.AnsweredCost;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The verdict on one scenario with everything it rests on.
 *
 * @param base cost of one answered request at the scenario's volume
 * @param tuned the same for the tuned side, fallback included
 * @param netPresentValue what tuning gains over the horizon at the scenario's volume
 * @param paybackMonth first month end from which the discounted sum stays at or above zero
 */
public record BreakEvenAnswer(
    BreakEvenScenario scenario,
    AnsweredCost base,
    AnsweredCost tuned,
    FixedTotals fixed,
    BreakEven verdict,
    Money netPresentValue,
    OptionalInt paybackMonth) {

  /** Digits after which a volume is the same volume: 4000.000…01 from a division is 4000. */
  static final int VOLUME_PLACES = 20;

  public BreakEvenAnswer {
    requireNonNull(scenario, "scenario");
    requireNonNull(base, "base");
    requireNonNull(tuned, "tuned");
    requireNonNull(fixed, "fixed");
    requireNonNull(verdict, "verdict");
    requireNonNull(netPresentValue, "netPresentValue");
    requireNonNull(paybackMonth, "paybackMonth");
  }

  /** Saving per answered request at the scenario's volume; negative when tuning costs more. */
  public Money savingPerRequest() {
    return base.total().minus(tuned.total());
  }

  /** The verdict's volume as whole requests, rounded up. */
  public Optional<BigDecimal> wholeRequestsPerMonth() {
    return verdict
        .requestsPerMonth()
        .map(volume -> volume.setScale(VOLUME_PLACES, RoundingMode.HALF_EVEN))
        .map(volume -> volume.setScale(0, RoundingMode.CEILING));
  }

  /** The verdict's volume times the months of the horizon. */
  public Optional<BigDecimal> requestsOverHorizon() {
    return verdict.requestsPerMonth().map(volume -> volume.multiply(fixed.horizonMonths()));
  }

  /**
   * One-off cost over saving, in total requests: it ignores retraining, hosting and discount, so it
   * is shown only beside the real figure. Empty when a request saves nothing.
   */
  public Optional<BigDecimal> naiveTotalRequests() {
    Money saving = savingPerRequest();
    return saving.signum() > 0
        ? Optional.of(fixed.oneOff().amount().divide(saving.amount(), FIFTY_DIGITS))
        : Optional.empty();
  }

  /** Whether tuning pays at the scenario's own volume. */
  public boolean paysAtScenarioVolume() {
    return netPresentValue.signum() >= 0;
  }
}
