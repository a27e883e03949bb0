package dev.plumbline.core.alert;

import static java.util.Objects.requireNonNull;

/**
 * One thing that happened to an alert.
 *
 * @param after the alert as it is now, with the revision of this step
 * @param tells whether channels hear of it
 */
public record AlertStep(Alert after, AlertEvent event, boolean tells) {

  public AlertStep {
    requireNonNull(after, "after");
    requireNonNull(event, "event");
  }
}
