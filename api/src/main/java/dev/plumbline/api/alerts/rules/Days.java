package dev.plumbline.api.alerts.rules;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Days of rules as moments in UTC, and what they say. */
final class Days {

  private static final int LONGEST_SUMMARY = 300;

  /** So many days something is news that nothing ever takes back. */
  static final int NEWS = 14;

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private Days() {}

  /** The end of the day, or now when it is today: what is known on that day is known then. */
  static Instant lastMoment(LocalDate day, Clock clock) {
    Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant now = clock.instant();
    return end.isAfter(now) ? now : end;
  }

  /** As much of it as an alert can say. */
  static String summary(String text) {
    return Concerned.shortened(text, LONGEST_SUMMARY);
  }

  static String minute(Instant moment) {
    return MINUTE.format(moment);
  }
}
