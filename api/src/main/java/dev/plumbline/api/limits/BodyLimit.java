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

  /** Whether so much in that time since the request came is more than the address takes. */
  boolean isTooLong(long read, Duration taken) {
    return taken.compareTo(time) > 0 || read > bytes;
  }

  /** Whether so much in that time since the first byte is less than a sender must reach. */
  boolean isTooSlow(long read, Duration taken, Duration grace) {
    return taken.compareTo(grace) > 0 && read * MILLIS < bytesPerSecond * taken.toMillis();
  }
}
