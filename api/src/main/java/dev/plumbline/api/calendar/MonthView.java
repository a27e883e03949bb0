package dev.plumbline.api.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A month with the days on which something ends. */
record MonthView(String title, int ends, List<DayView> days) {

  private static final DateTimeFormatter TITLE =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d", Locale.ENGLISH);

  /** One day. */
  record DayView(String title, String day, List<CalendarRow> rows) {

    DayView {
      rows = List.copyOf(rows);
    }
  }

  MonthView {
    days = List.copyOf(days);
  }

  /** The months that have something, in their order; what has no day is left out. */
  static List<MonthView> of(Collection<CalendarRow> rows) {
    Map<YearMonth, Map<LocalDate, List<CalendarRow>>> months = new TreeMap<>();
    for (CalendarRow row : rows) {
      row.day()
          .ifPresent(
              day ->
                  months
                      .computeIfAbsent(YearMonth.from(day), month -> new TreeMap<>())
                      .computeIfAbsent(day, each -> new ArrayList<>())
                      .add(row));
    }
    return months.entrySet().stream()
        .map(month -> month(month.getKey(), month.getValue()))
        .toList();
  }

  private static MonthView month(YearMonth month, Map<LocalDate, List<CalendarRow>> days) {
    return new MonthView(
        TITLE.format(month),
        days.values().stream().mapToInt(List::size).sum(),
        days.entrySet().stream()
            .map(
                day ->
                    new DayView(DAY.format(day.getKey()), day.getKey().toString(), day.getValue()))
            .toList());
  }
}
