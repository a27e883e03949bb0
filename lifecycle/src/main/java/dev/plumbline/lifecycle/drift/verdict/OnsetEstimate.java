package dev.plumbline.lifecycle.drift.verdict;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * When a change most likely began.
 *
 * @param cycle number of the first changed cycle
 * @param earliest with {@code latest} where nine tenths of the evidence point; no proven coverage
 */
public record OnsetEstimate(long cycle, Instant at, Instant earliest, Instant latest) {

  public OnsetEstimate {
    requireNonNull(at, "at");
    requireNonNull(earliest, "earliest");
    requireNonNull(latest, "latest");
  }
}
