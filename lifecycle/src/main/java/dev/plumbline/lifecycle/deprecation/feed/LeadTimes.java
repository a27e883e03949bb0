package dev.plumbline.lifecycle.deprecation.feed;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * How many days before the end somebody wants to be reminded, the longest first; 0 is the day
 * itself.
 */
public record LeadTimes(List<Integer> days) {

  /** A year, a half, a quarter, a month, six days, and the day itself. */
  public static final LeadTimes USUAL = new LeadTimes(List.of(364, 182, 91, 30, 6, 0));

  private static final int MOST_DAYS = 3_650;
  private static final int MOST = 20;

  public LeadTimes {
    for (int day : days) {
      if (day < 0 || day > MOST_DAYS) {
        throw new IllegalArgumentException(
            "a lead time is 0 to %,d days, not %d".formatted(MOST_DAYS, day));
      }
    }
    if (days.size() > MOST) {
      throw new IllegalArgumentException("at most %d lead times: %s".formatted(MOST, days));
    }
    days = days.stream().distinct().sorted(Comparator.reverseOrder()).toList();
  }

  public static LeadTimes of(Collection<Integer> days) {
    return new LeadTimes(List.copyOf(days));
  }

  /** Those that still lay ahead when the date became known: nobody can be reminded before. */
  public List<Integer> within(LocalDate knownOn, LocalDate end) {
    long notice = ChronoUnit.DAYS.between(knownOn, end);
    return days.stream().filter(day -> day <= Math.max(0, notice)).toList();
  }
}
