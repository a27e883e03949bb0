package dev.plumbline.api.deprecations;

import dev.plumbline.lifecycle.deprecation.DateClaim;
import java.util.List;

/**
 * What came of recording.
 *
 * @param added what was not known before; empty when nothing was new, and then nothing changed
 * @param known how many statements said what was known already
 * @param events what it changed in the calendar
 */
public record RecordedObservations(List<DateClaim> added, int known, List<DateEvent> events) {

  public RecordedObservations {
    added = List.copyOf(added);
    events = List.copyOf(events);
  }
}
