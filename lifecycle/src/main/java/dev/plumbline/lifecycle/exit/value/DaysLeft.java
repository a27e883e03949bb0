package dev.plumbline.lifecycle.exit.value;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The days from a day until an end. The end is the first day on which nothing works any more, so
 * the last safe day is the one before it.
 */
public record DaysLeft(LocalDate today, LocalDate end) {

  private static final BigDecimal DAYS_PER_MONTH = BigDecimal.valueOf(30);

  /** Ten digits of a month are less than a second. */
  private static final int SCALE = 10;

  public DaysLeft {
    requireNonNull(today, "today");
    requireNonNull(end, "end");
  }

  /** Negative when the end has passed. */
  public long count() {
    return ChronoUnit.DAYS.between(today, end);
  }

  public LocalDate lastSafeDay() {
    return end.minusDays(1);
  }

  public boolean isOver() {
    return count() <= 0;
  }

  /** Months of 30 days, as elsewhere in Plumbline; zero when the end has passed. */
  public BigDecimal months() {
    return BigDecimal.valueOf(Math.max(0, count()))
        .divide(DAYS_PER_MONTH, SCALE, RoundingMode.HALF_EVEN);
  }
}
