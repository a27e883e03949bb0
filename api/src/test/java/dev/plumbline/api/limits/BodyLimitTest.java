package dev.plumbline.api.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BodyLimitTest {

  private static final BodyLimit LIMIT = new BodyLimit(10_000, Duration.ofSeconds(15), 1024);
  private static final Duration GRACE = Duration.ofSeconds(3);

  @Test
  void aSlowSenderIsCutAfterTheGraceOnly() {
    assertThat(LIMIT.isBrokenBy(3, Duration.ofSeconds(3), GRACE)).isFalse();
    assertThat(LIMIT.isBrokenBy(3, Duration.ofMillis(3001), GRACE)).isTrue();
    // 1024 bytes a second for 4 seconds
    assertThat(LIMIT.isBrokenBy(4096, Duration.ofSeconds(4), GRACE)).isFalse();
    assertThat(LIMIT.isBrokenBy(4095, Duration.ofSeconds(4), GRACE)).isTrue();
  }

  @Test
  void tooMuchAndTooLongAreCutAtAnySpeed() {
    assertThat(LIMIT.isBrokenBy(10_001, Duration.ofSeconds(1), GRACE)).isTrue();
    assertThat(LIMIT.isBrokenBy(10_000, Duration.ofMillis(15_001), GRACE)).isTrue();
  }
}
