package dev.plumbline.api.metrics;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What many gauges show, read together and at most every ten seconds. */
public final class SharedReading<T> {

  private static final Duration KEPT = Duration.ofSeconds(10);

  private final Supplier<Map<String, T>> source;
  private final Clock clock;
  private Instant readAt = Instant.EPOCH;
  private Map<String, T> read = Map.of();

  /**
   * @param source by name; read while the lock is held, so that many gauges wait for one reading
   */
  public SharedReading(Supplier<Map<String, T>> source, Clock clock) {
    this.source = requireNonNull(source, "source");
    this.clock = requireNonNull(clock, "clock");
  }

  public synchronized Optional<T> find(String name) {
    Instant now = clock.instant();
    if (readAt.plus(KEPT).isBefore(now)) {
      read = source.get();
      readAt = now;
    }
    return Optional.ofNullable(read.get(name));
  }
}
