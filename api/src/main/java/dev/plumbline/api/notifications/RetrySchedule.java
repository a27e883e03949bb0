package dev.plumbline.api.notifications;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Ten attempts in about three days, each a little off, so that not all come back at once. */
final class RetrySchedule {

  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  private static final Duration LONGEST_ASKED = Duration.ofHours(24);
  private static final double JITTER = 0.2;

  private RetrySchedule() {}

  /**
   * How long to wait after so many tries; empty after the last.
   *
   * @param chance 0 to 1, for the jitter of 20 percent
   * @param asked what the other side asked for: waited at least, up to a day
   */
  static Optional<Duration> after(int tries, double chance, Optional<Duration> asked) {
    if (tries > WAITS.size()) {
      return Optional.empty();
    }
    Duration usual = WAITS.get(tries - 1);
    long millis = Math.round(usual.toMillis() * (1 - JITTER + 2 * JITTER * chance));
    Duration least =
        asked
            .map(wait -> wait.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : wait)
            .orElse(Duration.ZERO);
    return Optional.of(Duration.ofMillis(Math.max(millis, least.toMillis())));
  }
}
