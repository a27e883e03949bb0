package dev.plumbline.pricing.breakeven;

import static dev.plumbline.pricing.inference.WorkingPrecision.FIFTY_DIGITS;

import dev.plumbline.pricing.breakeven.fixed.Discounting;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
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
    List<BigDecimal> retrainings = scenario.fixed().retraining().moments(horizon);
    BigDecimal running = fixed.oneOff().amount().negate();
    var sums = new ArrayList<BigDecimal>(List.of(running));
    int last = horizon.setScale(0, RoundingMode.CEILING).intValueExact();
    for (int month = 1; month <= last; month++) {
      BigDecimal end = BigDecimal.valueOf(month).min(horizon);
      BigDecimal begin = BigDecimal.valueOf(month - 1L);
      BigDecimal earned = monthlyGain.multiply(end.subtract(begin)).multiply(discounting.at(end));
      BigDecimal weight = discounting.sum(within(retrainings, begin, BigDecimal.valueOf(month)));
      BigDecimal spent = fixed.eachRetraining().amount().multiply(weight);
      running = running.add(earned).subtract(spent, FIFTY_DIGITS);
      sums.add(running);
    }
    return new CashFlow(sums);
  }

  /** The first month end from which the sum stays at or above zero. */
  OptionalInt paybackMonth() {
    int month = sums.size();
    while (month > 1 && sums.get(month - 1).compareTo(NOISE.negate()) >= 0) {
      month--;
    }
    return month < sums.size() ? OptionalInt.of(month) : OptionalInt.empty();
  }

  private static List<BigDecimal> within(
      List<BigDecimal> moments, BigDecimal after, BigDecimal upTo) {
    return moments.stream()
        .filter(moment -> moment.compareTo(after) > 0 && moment.compareTo(upTo) <= 0)
        .toList();
  }
}
