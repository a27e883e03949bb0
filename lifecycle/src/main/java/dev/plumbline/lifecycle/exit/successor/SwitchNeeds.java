package dev.plumbline.lifecycle.exit.successor;

import static java.util.Objects.requireNonNull;

import dev.plumbline.core.model.Provider;
import dev.plumbline.lifecycle.deprecation.CustomerClass;
import java.time.LocalDate;

/**
 * What a successor has to offer.
 *
 * @param today the day of asking
 * @param tunedBy last day on which a job may still have to run
 * @param switchDate first day with the successor
 * @param horizonMonths calendar months after the switch that it must live
 * @param method by which it would be tuned
 * @param from who serves the model today
 * @param placement where that runs
 * @param customer how the successor's provider sees this organisation
 */
public record SwitchNeeds(
    LocalDate today,
    LocalDate tunedBy,
    LocalDate switchDate,
    int horizonMonths,
    TuningMethod method,
    Provider from,
    Placement placement,
    CustomerClass customer) {

  /** A successor for less than a year is the next exit plan. */
  public static final int USUAL_HORIZON_MONTHS = 12;

  public SwitchNeeds {
    requireNonNull(today, "today");
    requireNonNull(tunedBy, "tunedBy");
    requireNonNull(switchDate, "switchDate");
    requireNonNull(method, "method");
    requireNonNull(from, "from");
    requireNonNull(placement, "placement");
    requireNonNull(customer, "customer");
    if (horizonMonths < 0) {
      throw new IllegalArgumentException("a horizon is not negative: " + horizonMonths);
    }
  }

  /** First day on which the successor may be gone. */
  LocalDate neededUntil() {
    return switchDate.plusMonths(horizonMonths);
  }
}
