package dev.plumbline.pricing.breakeven;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.money.Money;
import java.math.BigDecimal;

/**
 * What has to be earned back, and how the horizon weighs it.
 *
 * @param trainingTokensBilled tokens of all first runs less the free ones
 * @param trainingCost price of the first runs
 * @param oneOff everything paid before the first request, training included
 * @param eachRetraining cost of one forced retraining
 * @param retrainings how many fall strictly before the horizon
 * @param horizonMonths after the cut by a shutdown
 * @param annuity discounted sum of one dollar a month
 * @param retrainingAnnuity discounted number of retrainings
 * @param need what the savings must reach: one-off, retrainings and extra monthly cost, discounted
 */
public record FixedTotals(
    BigDecimal trainingTokensBilled,
    Money trainingCost,
    Money oneOff,
    Money eachRetraining,
    int retrainings,
    BigDecimal horizonMonths,
    BigDecimal annuity,
    BigDecimal retrainingAnnuity,
    Money need) {

  public FixedTotals {
    requireNonNull(trainingTokensBilled, "trainingTokensBilled");
    requireNonNull(trainingCost, "trainingCost");
    requireNonNull(oneOff, "oneOff");
    requireNonNull(eachRetraining, "eachRetraining");
    requireNonNull(horizonMonths, "horizonMonths");
    requireNonNull(annuity, "annuity");
    requireNonNull(retrainingAnnuity, "retrainingAnnuity");
    requireNonNull(need, "need");
  }
}
