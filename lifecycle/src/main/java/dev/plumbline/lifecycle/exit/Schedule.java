package dev.plumbline.lifecycle.exit;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * The days of a plan. A plan of one day begins and ends on the same day; the day after its last one
 * is the first with the successor.
 *
 * @param durationDays from the start until everybody has switched
 * @param tuningDays of them, from the start, until the successor is trained
 */
public record Schedule(LocalDate start, int durationDays, int tuningDays) {

  private static final int LONGEST = 3650;

  public Schedule {
    requireNonNull(start, "start");
    if (durationDays < 1 || durationDays > LONGEST) {
      throw new IllegalArgumentException("a plan takes 1 to 3650 days: " + durationDays);
    }
    if (tuningDays < 1 || tuningDays > durationDays) {
      throw new IllegalArgumentException(
          "tuning takes 1 day to all days of the plan: %d of %d"
              .formatted(tuningDays, durationDays));
    }
  }

  public LocalDate lastDay() {
    return start.plusDays(durationDays - 1L);
  }

  /** First day with the successor. */
  public LocalDate switchDate() {
    return start.plusDays(durationDays);
  }

  /** Last day on which a tuning job may still run. */
  public LocalDate tunedBy() {
    return start.plusDays(tuningDays - 1L);
  }

  /** The day at which so many tenths of the plan are over. */
  LocalDate after(int tenths) {
    return start.plusDays(Math.max(0, ((long) durationDays * tenths + 9) / 10 - 1));
  }
}
