package dev.plumbline.core.alert;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** Monday to Friday, in UTC; holidays are nobody's here. */
final class WorkingDays {

  private WorkingDays() {}

  /** The same time of day after so many working days; from a weekend it counts from Monday 0:00. */
  static Instant after(Instant from, int days) {
    ZonedDateTime moment = from.atZone(ZoneOffset.UTC);
    if (isWeekend(moment)) {
      while (isWeekend(moment)) {
        moment = moment.plusDays(1);
      }
      moment = moment.toLocalDate().atStartOfDay(ZoneOffset.UTC);
    }
    for (int left = days; left > 0; left--) {
      do {
        moment = moment.plusDays(1);
      } while (isWeekend(moment));
    }
    return moment.toInstant();
  }

  private static boolean isWeekend(ZonedDateTime moment) {
    return moment.getDayOfWeek() == DayOfWeek.SATURDAY || moment.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
