package dev.plumbline.api.models;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the registry knows of fine-tuning at one provider.
 *
 * @param firstJob day of the first job that has made a model, or was to
 * @param lastTunedCall day on which a fine-tune was last seen to answer
 */
public record TuningDays(LocalDate firstJob, Optional<LocalDate> lastTunedCall) {

  public TuningDays {
    requireNonNull(firstJob, "firstJob");
    requireNonNull(lastTunedCall, "lastTunedCall");
  }
}
