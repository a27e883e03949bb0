package dev.plumbline.lifecycle.deprecation.eligibility;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is known of an organisation's fine-tuning at one provider.
 *
 * @param firstJob day of the first fine-tuning job that is known
 * @param lastTunedCall day of the last call of a fine-tune that is known
 * @param complete whether everything was read, so that what is not known did not happen
 */
public record TuningEvidence(
    Optional<LocalDate> firstJob, Optional<LocalDate> lastTunedCall, boolean complete) {

  public static final TuningEvidence NONE =
      new TuningEvidence(Optional.empty(), Optional.empty(), false);

  public TuningEvidence {
    requireNonNull(firstJob, "firstJob");
    requireNonNull(lastTunedCall, "lastTunedCall");
  }
}
