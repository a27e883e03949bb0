package dev.plumbline.pricing.breakeven.fixed;

import static dev.plumbline.pricing.inference.WorkingPrecision.FIFTY_DIGITS;
import static dev.plumbline.pricing.inference.WorkingPrecision.notNegative;
import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How long the comparison runs, in months of 30 days; fractions are allowed.
 *
 * @param wishedMonths what the user asked for
 * @param end shutdown of the tuned model, when one is known
 */
public record Horizon(BigDecimal wishedMonths, Optional<Shutdown> end) {

  /** Fifty years: no plan for a model is longer. */
  public static final BigDecimal LONGEST = BigDecimal.valueOf(600);

  private static final BigDecimal DAYS_PER_MONTH = BigDecimal.valueOf(30);

  /**
   * The day after which the tuned model no longer answers.
   *
   * @param start first day of the comparison
   * @param day shutdown of the tuned model
   * @param reason who says so
   */
  public record Shutdown(LocalDate start, LocalDate day, String reason) {
    public Shutdown {
      requireNonNull(start, "start");
      requireNonNull(day, "day");
      requireNonNull(reason, "reason");
    }

    BigDecimal months() {
      long days = Math.max(0, ChronoUnit.DAYS.between(start, day));
      return BigDecimal.valueOf(days).divide(DAYS_PER_MONTH, FIFTY_DIGITS);
    }
  }

  public Horizon {
    notNegative(wishedMonths, "horizon");
    requireNonNull(end, "end");
    if (wishedMonths.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "a horizon has at most 600 months: " + wishedMonths.toPlainString());
    }
  }

  public static Horizon ofMonths(BigDecimal months) {
    return new Horizon(months, Optional.empty());
  }

  public Horizon endingWith(Shutdown shutdown) {
    return new Horizon(wishedMonths, Optional.of(shutdown));
  }

  /** The wish or the time until the shutdown, whichever is shorter. */
  public BigDecimal months() {
    return end.map(Shutdown::months).map(wishedMonths::min).orElse(wishedMonths);
  }

  /** The shutdown, when it comes before the wished end. */
  public Optional<Shutdown> cut() {
    return end.filter(shutdown -> shutdown.months().compareTo(wishedMonths) < 0);
  }
}
