package dev.plumbline.lifecycle.sync;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * A day that a provider's interface states.
 *
 * @param firm false when the provider says that it may still move
 */
public record ListedDate(LocalDate day, boolean firm) {

  public ListedDate {
    requireNonNull(day, "day");
  }

  @Override
  public String toString() {
    return day + (firm ? "" : " (tentative)");
  }
}
