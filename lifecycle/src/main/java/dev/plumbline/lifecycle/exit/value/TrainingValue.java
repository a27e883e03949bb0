package dev.plumbline.lifecycle.exit.value;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What was paid to train a model, and what of it is not yet used up. The spend is written off in
 * equal parts for each day from the first in service until the end: half the life left is half the
 * spend left.
 *
 * @param spent on training so far
 * @param inServiceSince first day on which the model could be called
 */
public record TrainingValue(GivenMoney spent, Optional<LocalDate> inServiceSince) {

  private static final int SCALE = 10;

  public TrainingValue {
    requireNonNull(spent, "spent");
    requireNonNull(inServiceSince, "inServiceSince");
  }

  /** What is left on a day; unknown without a spend, a beginning or an end. */
  public GivenMoney remaining(Optional<DaysLeft> left) {
    if (left.isEmpty()) {
      return GivenMoney.unknown("nobody knows until when the model can be called");
    }
    if (inServiceSince.isEmpty()) {
      return GivenMoney.unknown("nobody knows since when the model is in service");
    }
    return spent.match(
        known -> remaining(known.amount(), inServiceSince.get(), left.get()), unknown -> unknown);
  }

  private static GivenMoney remaining(Money spent, LocalDate since, DaysLeft left) {
    long life = ChronoUnit.DAYS.between(since, left.end());
    if (life <= 0 || left.isOver()) {
      return GivenMoney.of(Money.zero(spent.currency()), "the model is over");
    }
    long days = Math.min(left.count(), life); // a model that is not yet in service has all its life
    BigDecimal amount =
        spent
            .amount()
            .multiply(BigDecimal.valueOf(days))
            .divide(BigDecimal.valueOf(life), SCALE, RoundingMode.HALF_EVEN);
    return GivenMoney.of(
        new Money(spent.currency(), amount),
        "%s over %d days of service from %s, %d of them left".formatted(spent, life, since, days));
  }
}
