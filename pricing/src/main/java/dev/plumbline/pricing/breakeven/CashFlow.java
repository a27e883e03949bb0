package dev.plumbline.pricing.breakeven;

import static dev.plumbline.pricing.inference.WorkingPrecision.FIFTY_DIGITS;

import dev.plumbline.pricing.breakeven.fixed.Discounting;
import dev.plumbline.pricing.breakeven.fixed.RetrainingSchedule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * The discounted sum after each month end at one volume: the one-off cost at the start, then each
 * month's saving and extra fixed cost, and the retrainings in their months.
 *
 * @param sums the running sum; the first entry is the start, the last the whole horizon
 */
record CashFlow(List<BigDecimal> sums) {

  /** A sum this close to zero is a division's noise, far below any money. */
  private static final BigDecimal NOISE = new BigDecimal("1e-30");

  CashFlow {
    sums = List.copyOf(sums);
  }

  static CashFlow of(BreakEvenScenario scenario, FixedTotals fixed, BigDecimal monthlyGain) {
    BigDecimal horizon = fixed.horizonMonths();
    Discounting discounting = Discounting.atYearlyRate(scenario.annualDiscount());
    BigDecimal[] retrained = retrainedIn(scenario.fixed().retraining(), horizon, discounting);
    BigDecimal running = fixed.oneOff().amount().negate();
    var sums = new ArrayList<BigDecimal>(List.of(running));
    for (int month = 1; month < retrained.length; month++) {
      BigDecimal end = BigDecimal.valueOf(month).min(horizon);
      BigDecimal length = end.subtract(BigDecimal.valueOf(month - 1L));
      BigDecimal earned = monthlyGain.multiply(length).multiply(discounting.at(end));
      BigDecimal spent = fixed.eachRetraining().amount().multiply(retrained[month]);
      running = running.add(earned).subtract(spent, FIFTY_DIGITS);
      sums.add(running);
    }
    return new CashFlow(sums);
  }

  /** For each month its retrainings, each as what a dollar then is worth today. */
  private static BigDecimal[] retrainedIn(
      RetrainingSchedule schedule, BigDecimal horizon, Discounting discounting) {
    var months = new BigDecimal[wholeMonths(horizon) + 1];
    Arrays.fill(months, BigDecimal.ZERO);
    List<BigDecimal> moments = schedule.moments(horizon);
    List<BigDecimal> values = discounting.atMultiples(moments);
    for (int i = 0; i < moments.size(); i++) {
      int month = wholeMonths(moments.get(i));
      months[month] = months[month].add(values.get(i));
    }
    return months;
  }

  private static int wholeMonths(BigDecimal months) {
    return months.setScale(0, RoundingMode.CEILING).intValueExact();
  }

  /** The first month end from which the sum stays at or above zero. */
  OptionalInt paybackMonth() {
    int month = sums.size();
    while (month > 1 && sums.get(month - 1).compareTo(NOISE.negate()) >= 0) {
      month--;
    }
    return month < sums.size() ? OptionalInt.of(month) : OptionalInt.empty();
  }
}
