package dev.plumbline.core.alert;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/** A day on which somebody is reminded. */
public record Milestone(LocalDate on, int daysLeft) {

  public Milestone {
    requireNonNull(on, "on");
    if (daysLeft < 0) {
      throw new IllegalArgumentException("nobody is reminded after the day: " + daysLeft);
    }
  }
}
