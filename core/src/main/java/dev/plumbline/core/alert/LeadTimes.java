package dev.plumbline.core.alert;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When somebody is reminded of a deadline, and how loudly. With 90 days' notice or more: 180, 90,
 * 60, 30, 14, 7, 3 and 1 days before, on the day, and on the day after if it still holds then, as
 * far as these lie after the announcement. With less: one severity higher from the start, and when
 * half, a quarter and a tenth of the notice are left, then from 3 days before as above.
 */
public final class LeadTimes {

  private static final int FULL_NOTICE = 90;
  private static final List<Integer> FULL = List.of(180, 90, 60, 30, 14, 7, 3, 1, 0, -1);
  private static final List<Integer> LAST = List.of(3, 1, 0, -1);
  private static final List<Integer> PERCENT_LEFT = List.of(50, 25, 10);

  private LeadTimes() {}

  /** In the order of days, each after the announcement, which is told of anyway. */
  public static List<Milestone> of(Deadline deadline) {
    Stream<Integer> days =
        deadline.notice() >= FULL_NOTICE
            ? FULL.stream()
            : Stream.concat(
                PERCENT_LEFT.stream().map(percent -> left(deadline, percent)), LAST.stream());
    return days.distinct()
        .filter(left -> left < deadline.daysLeft(deadline.announcedOn()))
        .sorted((a, b) -> Integer.compare(b, a))
        .map(left -> new Milestone(deadline.day().minusDays(left), left))
        .toList();
  }

  private static int left(Deadline deadline, int percent) {
    return (deadline.notice() * percent + 99) / 100; // rounded up: rather a day early
  }

  /** The latest one that has come; empty before the first. */
  public static Optional<Milestone> passed(Deadline deadline, LocalDate today) {
    List<Milestone> all = of(deadline);
    return IntStream.rangeClosed(1, all.size())
        .mapToObj(i -> all.get(all.size() - i))
        .filter(each -> !each.on().isAfter(today))
        .findFirst();
  }

  /** The next one to come; empty after the last. */
  public static Optional<Milestone> next(Deadline deadline, LocalDate today) {
    return of(deadline).stream().filter(each -> each.on().isAfter(today)).findFirst();
  }

  /** By the days that are left, and one higher when the notice was short. */
  public static AlertSeverity severity(Deadline deadline, LocalDate today) {
    AlertSeverity usual = usual(deadline.daysLeft(today));
    return deadline.notice() < FULL_NOTICE ? usual.raised() : usual;
  }

  private static AlertSeverity usual(long daysLeft) {
    if (daysLeft < 7) {
      return AlertSeverity.CRITICAL;
    }
    if (daysLeft < 30) {
      return AlertSeverity.ERROR;
    }
    return daysLeft < FULL_NOTICE ? AlertSeverity.WARNING : AlertSeverity.INFO;
  }
}
