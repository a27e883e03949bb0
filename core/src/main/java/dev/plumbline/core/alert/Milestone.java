package dev.plumbline.core.alert;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * A day on which somebody is reminded.
 *
 * @param daysLeft until the deadline; -1 on the day after it
 */
public record Milestone(LocalDate on, int daysLeft) {

  public Milestone {
    requireNonNull(on, "on");
    if (daysLeft < -1) {
      throw new IllegalArgumentException(
          "nobody is reminded later than on the day after: " + daysLeft);
    }
  }
}
