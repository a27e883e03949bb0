package dev.plumbline.api.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BodyClockTest {

  private static final BodyLimit LIMIT = new BodyLimit(10_000, Duration.ofSeconds(15), 1024);
  private static final long BEGUN = -5; // the clock of the machine begins anywhere

  private final BodyClock clock = new BodyClock(LIMIT, Duration.ofSeconds(3), BEGUN);

  @Test
  void aSlowSenderIsCutAfterTheGraceOnly() {
    assertThat(broken(3, 0)).isFalse();
    assertThat(broken(3, 3_000)).isFalse();
    assertThat(broken(3, 3_001)).isTrue();
    // 1024 bytes a second for 4 seconds
    assertThat(broken(4_096, 4_000)).isFalse();
    assertThat(broken(4_095, 4_000)).isTrue();
  }

  @Test
  void aServerThatDoesNotReadYetIsNotTheSendersFault() {
    assertThat(broken(0, 14_000)).isFalse();
    assertThat(broken(3, 14_500)).as("the first bytes after a long wait").isFalse();
    assertThat(broken(0, 15_001)).as("nobody waits for ever").isTrue();
  }

  @Test
  void tooMuchAndTooLongAreCutAtAnySpeed() {
    assertThat(broken(10_001, 1_000)).isTrue();
    assertThat(broken(10_000, 15_001)).isTrue();
  }

  private boolean broken(long read, long millis) {
    return clock.isBroken(read, BEGUN + Duration.ofMillis(millis).toNanos());
  }
}
