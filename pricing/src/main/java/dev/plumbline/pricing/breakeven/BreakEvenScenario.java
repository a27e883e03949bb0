package dev.plumbline.pricing.breakeven;

import static dev.plumbline.pricing.inference.WorkingPrecision.notNegative;
import static dev.plumbline.pricing.inference.WorkingPrecision.share;
import static java.util.Objects.requireNonNull;

import dev.plumbline.pricing.breakeven.fixed.FixedCosts;
import dev.plumbline.pricing.breakeven.fixed.Horizon;
import dev.plumbline.pricing.inference.Retries;
import dev.plumbline.pricing.inference.Side;
import java.math.BigDecimal;

/**
 * Two ways to the same answers: an untuned model with a long prompt, a tuned one with a short one.
 *
 * @param name what the planner calls it
 * @param fallbackShare share of tuned answers that the base side answers again
 * @param annualDiscount yearly rate, 0.10 for 10 %
 * @param requestsPerMonth answered requests a month that the planner expects; a month has 30 days
 */
public record BreakEvenScenario(
    String name,
    Side base,
    Side tuned,
    Retries retries,
    BigDecimal fallbackShare,
    FixedCosts fixed,
    Horizon horizon,
    BigDecimal annualDiscount,
    BigDecimal requestsPerMonth) {

  private static final BigDecimal HIGHEST_DISCOUNT = BigDecimal.valueOf(10);

  public BreakEvenScenario {
    requireNonNull(name, "name");
    requireNonNull(base, "base");
    requireNonNull(tuned, "tuned");
    requireNonNull(retries, "retries");
    requireNonNull(fixed, "fixed");
    requireNonNull(horizon, "horizon");
    share(fallbackShare, "fallback share");
    notNegative(annualDiscount, "annual discount");
    notNegative(requestsPerMonth, "requests per month");
    if (annualDiscount.compareTo(HIGHEST_DISCOUNT) > 0) {
      throw new IllegalArgumentException(
          "an annual discount is a share such as 0.10: " + annualDiscount.toPlainString());
    }
    // a failure rate of 1 without a limit of retries has no cost at all, so it is refused here
    retries.attempts(base.failureRate());
    retries.attempts(tuned.failureRate());
  }

  public BreakEvenScenario named(String changed) {
    return new BreakEvenScenario(
        changed,
        base,
        tuned,
        retries,
        fallbackShare,
        fixed,
        horizon,
        annualDiscount,
        requestsPerMonth);
  }

  public BreakEvenScenario withBase(Side changed) {
    return new BreakEvenScenario(
        name,
        changed,
        tuned,
        retries,
        fallbackShare,
        fixed,
        horizon,
        annualDiscount,
        requestsPerMonth);
  }

  public BreakEvenScenario withTuned(Side changed) {
    return new BreakEvenScenario(
        name,
        base,
        changed,
        retries,
        fallbackShare,
        fixed,
        horizon,
        annualDiscount,
        requestsPerMonth);
  }

  public BreakEvenScenario withFixed(FixedCosts changed) {
    return new BreakEvenScenario(
        name,
        base,
        tuned,
        retries,
        fallbackShare,
        changed,
        horizon,
        annualDiscount,
        requestsPerMonth);
  }

  public BreakEvenScenario withHorizon(Horizon changed) {
    return new BreakEvenScenario(
        name,
        base,
        tuned,
        retries,
        fallbackShare,
        fixed,
        changed,
        annualDiscount,
        requestsPerMonth);
  }

  public BreakEvenScenario withRequestsPerMonth(BigDecimal changed) {
    return new BreakEvenScenario(
        name, base, tuned, retries, fallbackShare, fixed, horizon, annualDiscount, changed);
  }
}
