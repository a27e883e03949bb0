package dev.plumbline.api.jobs;

import dev.plumbline.core.finding.Finding;
import dev.plumbline.core.finding.Place;
import dev.plumbline.core.finding.Severity;

/** A run that ended with an exception, as a finding: its class, and nothing that it may quote. */
final class JobFailure {

  private JobFailure() {}

  static Finding of(HeldWindow held, RuntimeException failure) {
    return new Finding(
        "JOB_FAILED",
        Severity.ERROR,
        "attempt %d ended with %s".formatted(held.attempt(), failure.getClass().getSimpleName()),
        Place.file(held.window().job()),
        "read the log of the instance that ran it; the next attempt follows by itself");
  }
}
