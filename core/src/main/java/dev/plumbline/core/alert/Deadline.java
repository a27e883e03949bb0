package dev.plumbline.core.alert;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A day by which somebody must have acted, in UTC.
 *
 * @param announcedOn when it became known as it is now
 */
public record Deadline(LocalDate announcedOn, LocalDate day) {

  public Deadline {
    requireNonNull(announcedOn, "announcedOn");
    requireNonNull(day, "day");
  }

  /** Days from the announcement to the day; 0 when it was announced too late. */
  public int notice() {
    return (int) Math.max(0, ChronoUnit.DAYS.between(announcedOn, day));
  }

  /** Negative when the day has passed. */
  public long daysLeft(LocalDate today) {
    return ChronoUnit.DAYS.between(today, day);
  }
}
