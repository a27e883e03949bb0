package dev.plumbline.core.time;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * UTC calendar days, the first included, the last excluded.
 *
 * @param from first day inside; empty when the beginning is not bounded
 * @param to first day outside; empty when the end is open
 */
public record DayRange(Optional<LocalDate> from, Optional<LocalDate> to) {

  public static final DayRange ALWAYS = new DayRange(Optional.empty(), Optional.empty());

  public DayRange {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      throw new IllegalArgumentException(
          "a range must end after it begins: " + from.get() + " to " + to.get());
    }
  }

  public static DayRange of(LocalDate from, LocalDate to) {
    return new DayRange(Optional.of(from), Optional.of(to));
  }

  public static DayRange from(LocalDate from) {
    return new DayRange(Optional.of(from), Optional.empty());
  }

  public boolean contains(LocalDate day) {
    return from.map(first -> !day.isBefore(first)).orElse(true)
        && to.map(end -> day.isBefore(end)).orElse(true);
  }

  public boolean overlaps(DayRange other) {
    return startsBefore(other.to) && other.startsBefore(to);
  }

  private boolean startsBefore(Optional<LocalDate> end) {
    return from.isEmpty() || end.isEmpty() || from.get().isBefore(end.get());
  }
}
