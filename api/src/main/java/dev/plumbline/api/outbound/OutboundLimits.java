package dev.plumbline.api.outbound;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How long one request may take, and how much of its answer is read.
 *
 * @param total from the look-up of the name to the last byte that is read
 * @param bytes of the answer's body; what is longer is cut, and says so
 */
public record OutboundLimits(Duration total, int bytes) {

  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final int MOST_BYTES = 256 << 20;

  /** A notification: 20 seconds and 64 KiB. */
  public static final OutboundLimits OF_NOTIFICATIONS =
      new OutboundLimits(Duration.ofSeconds(20), 64 * 1024);

  public OutboundLimits {
    requireNonNull(total, "total");
    if (total.compareTo(Duration.ZERO) <= 0 || total.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("not a time for one request: " + total);
    }
    if (bytes < 0 || bytes > MOST_BYTES) {
      throw new IllegalArgumentException("not a length of an answer: " + bytes);
    }
  }
}
