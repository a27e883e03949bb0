package dev.plumbline.api.limits;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What one request may send.
 *
 * @param bytesPerSecond average that a sender must reach once the grace is over
 */
record BodyLimit(long bytes, Duration time, long bytesPerSecond) {

  private static final long MILLIS = 1000;

  BodyLimit {
    requireNonNull(time, "time");
  }

  /** Whether a body of which so much has arrived in that time is cut off. */
  boolean isBrokenBy(long read, Duration taken, Duration grace) {
    boolean tooSlow =
        taken.compareTo(grace) > 0 && read * MILLIS < bytesPerSecond * taken.toMillis();
    return tooSlow || taken.compareTo(time) > 0 || read > bytes;
  }
}
