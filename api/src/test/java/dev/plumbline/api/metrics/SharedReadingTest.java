package dev.plumbline.api.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SharedReadingTest {

  private final AtomicLong readings = new AtomicLong();
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-21T12:00:00Z"));

  @Test
  void manyGaugesShareOneReadingOfTenSeconds() {
    SharedReading<Long> kept =
        new SharedReading<>(
            () -> Map.of("open", readings.incrementAndGet()),
            ((InstantSource) now::get).withZone(ZoneOffset.UTC));

    assertThat(kept.find("open")).contains(1L);
    now.updateAndGet(at -> at.plus(Duration.ofSeconds(10)));
    assertThat(kept.find("open")).contains(1L);
    assertThat(kept.find("none")).isEmpty();
    now.updateAndGet(at -> at.plusNanos(1));
    assertThat(kept.find("open")).contains(2L);
  }
}
