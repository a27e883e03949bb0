package dev.plumbline.api.limits;

import java.time.Duration;

/**
 * Two clocks of one body: one since the request came, which bounds the whole time, and one since
 * the first bytes were read, which measures the sender's rate. Used by one thread, the event
 * loop's.
 */
final class BodyClock {

  private final BodyLimit limit;
  private final Duration grace;
  private final long begun;
  private long readSince;
  private boolean reading;

  /**
   * @param begun nanoseconds of the moment at which the request came
   */
  BodyClock(BodyLimit limit, Duration grace, long begun) {
    this.limit = limit;
    this.grace = grace;
    this.begun = begun;
  }

  /** Whether a body of which so much has been read by now is cut off. */
  boolean isBroken(long read, long now) {
    if (!reading && read > 0) {
      reading = true;
      readSince = now;
    }
    return limit.isTooLong(read, Duration.ofNanos(now - begun))
        || (reading && limit.isTooSlow(read, Duration.ofNanos(now - readSince), grace));
  }
}
