package dev.plumbline.lifecycle.exit.value;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/** When what a move costs once is paid back by what it saves each month. */
public sealed interface Payback {

  /** Months are 30 days here, as everywhere in a plan. */
  int DAYS_PER_MONTH = 30;

  /** Nobody plans for longer, and a day so far away would not even be a date. */
  BigDecimal LONGEST_MONTHS = BigDecimal.valueOf(1_200);

  /**
   * From that day on the move has saved more than it cost.
   *
   * @param months after the switch, with one decimal, rounded up
   */
  record After(BigDecimal months, LocalDate day) implements Payback {

    public After {
      requireNonNull(months, "months");
      requireNonNull(day, "day");
    }
  }

  /** It never is, because nothing or too little is saved. */
  record Never(String reason) implements Payback {

    public Never {
      requireNonNull(reason, "reason");
    }
  }

  /** An amount is not known. */
  record Unknown(String reason) implements Payback {

    public Unknown {
      requireNonNull(reason, "reason");
    }
  }

  /** One answer for each case. */
  interface Cases<R> {
    R after(After after);

    R never(Never never);

    R unknown(Unknown unknown);
  }

  default <R> R match(Cases<R> cases) {
    if (this instanceof After after) {
      return cases.after(after);
    }
    if (this instanceof Never never) {
      return cases.never(never);
    }
    return cases.unknown((Unknown) this);
  }

  /**
   * Works it out.
   *
   * @param oneOff what the move costs once
   * @param monthlyDelta more than today each month; negative when it costs less
   * @param switchDate first day with the new model
   */
  static Payback of(GivenMoney oneOff, GivenMoney monthlyDelta, LocalDate switchDate) {
    return oneOff.match(
        once ->
            monthlyDelta.match(
                delta -> known(once.amount(), delta.amount(), switchDate),
                unknown -> new Unknown(unknown.reason())),
        unknown -> new Unknown(unknown.reason()));
  }

  private static Payback known(Money once, Money delta, LocalDate switchDate) {
    if (!once.currency().equals(delta.currency())) {
      return new Unknown(
          "%s and %s are different currencies".formatted(once.currency(), delta.currency()));
    }
    if (delta.signum() > 0) {
      return new Never("each month costs more than today");
    }
    if (once.signum() == 0) {
      return new After(BigDecimal.ZERO.setScale(1), switchDate);
    }
    if (delta.signum() == 0) {
      return new Never("a month costs as much as today, so nothing pays the move back");
    }
    BigDecimal days =
        once.amount()
            .multiply(BigDecimal.valueOf(DAYS_PER_MONTH))
            .divide(delta.amount().negate(), 0, RoundingMode.CEILING);
    BigDecimal months = once.amount().divide(delta.amount().negate(), 1, RoundingMode.CEILING);
    if (months.compareTo(LONGEST_MONTHS) > 0) {
      return new Never("it would take longer than a hundred years");
    }
    return new After(months, switchDate.plusDays(days.longValueExact()));
  }
}
