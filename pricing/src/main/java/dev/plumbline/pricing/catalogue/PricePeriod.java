package dev.plumbline.pricing.catalogue;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * When a price is in force: UTC days, the first included, the last excluded.
 *
 * @param to first day on which the price no longer holds; empty when no end is known
 */
public record PricePeriod(PriceStart from, Optional<LocalDate> to) {

  public PricePeriod {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    if (from.day().isPresent() && to.isPresent() && !from.day().get().isBefore(to.get())) {
      throw new IllegalArgumentException(
          "a price must end after it begins: " + from + " to " + to.get());
    }
  }

  /** Whether some day may lie in both; an unknown start may be any day before the end. */
  public boolean overlaps(PricePeriod other) {
    return mayStartBefore(other.to) && other.mayStartBefore(to);
  }

  private boolean mayStartBefore(Optional<LocalDate> end) {
    return end.isEmpty() || from.day().map(day -> day.isBefore(end.get())).orElse(true);
  }

  @Override
  public String toString() {
    return from + " to " + to.map(LocalDate::toString).orElse("open");
  }
}
