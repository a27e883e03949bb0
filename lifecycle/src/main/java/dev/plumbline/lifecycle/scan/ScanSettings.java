package dev.plumbline.lifecycle.scan;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * What is asked.
 *
 * @param at the UTC day for which sources are read: yesterday's ends have passed
 * @param withinDays an end that is fewer days away, or as many, is near
 */
public record ScanSettings(LocalDate at, int withinDays, KnownFineTunes fineTunes) {

  public ScanSettings {
    requireNonNull(at, "at");
    requireNonNull(fineTunes, "fineTunes");
    if (withinDays < 0) {
      throw new IllegalArgumentException("days are counted from today on, not " + withinDays);
    }
  }
}
