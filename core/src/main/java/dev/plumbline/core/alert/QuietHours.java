package dev.plumbline.core.alert;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * A range of the day in which nobody is disturbed, by the wall clock of a zone; it may cross
 * midnight.
 *
 * @param to the first moment that is not quiet
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {

  public QuietHours {
    requireNonNull(zone, "zone");
    if (from.equals(to)) {
      throw new IllegalArgumentException("quiet hours begin and end at different times: " + from);
    }
  }

  /** Whether it is quiet then. */
  public boolean covers(Instant moment) {
    LocalTime time = LocalTime.ofInstant(moment, zone);
    boolean begun = !time.isBefore(from);
    boolean ended = !time.isBefore(to);
    return from.isBefore(to) ? begun && !ended : begun || !ended;
  }

  /** The same moment, or the end of the quiet hours in which it lies. */
  public Instant endAfter(Instant moment) {
    if (!covers(moment)) {
      return moment;
    }
    LocalDate day = LocalDate.ofInstant(moment, zone);
    ZonedDateTime end = day.atTime(to).atZone(zone);
    return end.toInstant().isAfter(moment)
        ? end.toInstant()
        : day.plusDays(1).atTime(to).atZone(zone).toInstant();
  }
}
