package dev.plumbline.pricing.catalogue;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The day on which a price came into force. "Unknown" is a value of its own: it is not the
 * beginning of time, only the lack of a statement.
 */
public sealed interface PriceStart {

  /** From 00:00 UTC of this day. */
  record On(LocalDate date) implements PriceStart {

    public On {
      requireNonNull(date, "date");
    }

    @Override
    public String toString() {
      return date.toString();
    }
  }

  /** No source says when it began. */
  record Unknown() implements PriceStart {

    @Override
    public String toString() {
      return "unknown";
    }
  }

  static PriceStart on(LocalDate day) {
    return new On(day);
  }

  static PriceStart unknown() {
    return new Unknown();
  }

  static PriceStart of(Optional<LocalDate> day) {
    return day.map(PriceStart::on).orElseGet(PriceStart::unknown);
  }

  default Optional<LocalDate> day() {
    return this instanceof On on ? Optional.of(on.date()) : Optional.empty();
  }
}
