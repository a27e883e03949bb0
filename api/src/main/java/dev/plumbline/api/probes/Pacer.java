package dev.plumbline.api.probes;

import dev.plumbline.api.providers.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Lets calls begin at most so often; those who come too early wait their turn. */
final class Pacer {

  private final Clock clock;
  private final Pause pause;
  private final Duration apart;
  private Instant next = Instant.MIN;

  Pacer(Clock clock, Pause pause, int callsPerMinute) {
    this.clock = clock;
    this.pause = pause;
    this.apart = Duration.ofMinutes(1).dividedBy(callsPerMinute);
  }

  void await() {
    Duration wait = turn();
    if (!wait.isZero()) {
      pause.sleep(wait);
    }
  }

  private synchronized Duration turn() {
    Instant now = clock.instant();
    Instant mine = next.isAfter(now) ? next : now;
    next = mine.plus(apart);
    return Duration.between(now, mine);
  }
}
