package dev.plumbline.pricing.breakeven.fixed;

import static dev.plumbline.pricing.inference.WorkingPrecision.FIFTY_DIGITS;
import static dev.plumbline.pricing.inference.WorkingPrecision.notNegative;
import static java.util.Objects.requireNonNull;

import dev.plumbline.core.money.Money;
import java.math.BigDecimal;

/**
 * What people and evaluation cost around the training.
 *
 * @param labelMinutesPerRow time to label one training row
 * @param wagePerHour paid for labelling
 * @param evaluationPerRun cost of evaluating the model of one run, first or later
 * @param engineering once
 */
public record PeopleCosts(
    BigDecimal labelMinutesPerRow, Money wagePerHour, Money evaluationPerRun, Money engineering) {

  public static final PeopleCosts NONE =
      new PeopleCosts(BigDecimal.ZERO, Money.usd("0"), Money.usd("0"), Money.usd("0"));

  private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

  public PeopleCosts {
    notNegative(labelMinutesPerRow, "label minutes per row");
    requireNonNull(wagePerHour, "wagePerHour");
    requireNonNull(evaluationPerRun, "evaluationPerRun");
    requireNonNull(engineering, "engineering");
    notNegative(wagePerHour.amount(), "wage per hour");
    notNegative(evaluationPerRun.amount(), "evaluation cost per run");
    notNegative(engineering.amount(), "engineering cost");
  }

  Money labelling(BigDecimal rows) {
    Money sixtyfold = wagePerHour.times(rows.multiply(labelMinutesPerRow)); // divided last: exact
    return Money.usd(sixtyfold.amount().divide(MINUTES, FIFTY_DIGITS));
  }
}
