package dev.plumbline.pricing.breakeven.fixed;

import static dev.plumbline.pricing.inference.WorkingPrecision.notNegative;
import static java.util.Objects.requireNonNull;

import dev.plumbline.core.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Retraining that cannot be avoided: a base model is retired, or the world moves on.
 *
 * @param everyMonths interval; 0 means never
 * @param runs training runs each time
 * @param peopleCost each time, beside training and evaluation
 */
public record RetrainingSchedule(BigDecimal everyMonths, BigDecimal runs, Money peopleCost) {

  public static final RetrainingSchedule NEVER =
      new RetrainingSchedule(BigDecimal.ZERO, BigDecimal.ZERO, Money.usd("0"));

  private static final BigDecimal SHORTEST = new BigDecimal("0.1");

  public RetrainingSchedule {
    notNegative(everyMonths, "months between retrainings");
    notNegative(runs, "retraining runs");
    requireNonNull(peopleCost, "peopleCost");
    notNegative(peopleCost.amount(), "people cost of a retraining");
    if (everyMonths.signum() > 0 && everyMonths.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException(
          "retraining more often than every 0.1 months: " + everyMonths.toPlainString());
    }
  }

  /** Months after the start at which a retraining falls, all strictly before the horizon. */
  public List<BigDecimal> moments(BigDecimal horizonMonths) {
    var moments = new ArrayList<BigDecimal>();
    if (everyMonths.signum() > 0) {
      for (BigDecimal at = everyMonths; at.compareTo(horizonMonths) < 0; at = at.add(everyMonths)) {
        moments.add(at);
      }
    }
    return List.copyOf(moments);
  }
}
