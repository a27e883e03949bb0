package dev.plumbline.api.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecentTokensTest {

  private static final Instant NOW = SomeTokens.MADE;

  private final RecentTokens recent = new RecentTokens(Duration.ofSeconds(3));

  @Test
  void whatWasFoundIsForgottenAfterThreeSeconds() {
    recent.put("a", Optional.empty(), NOW);

    assertThat(recent.get("a", NOW.plusMillis(2999))).contains(Optional.empty());
    assertThat(recent.get("a", NOW.plusSeconds(3))).isEmpty();
  }

  @Test
  void aClockThatIsSetBackDoesNotKeepAnythingLonger() {
    recent.put("a", Optional.empty(), NOW);

    assertThat(recent.get("a", NOW.minusSeconds(1))).isEmpty();
  }

  @Test
  void idsThatSomebodyMakesUpDoNotFillTheMemory() {
    for (int i = 0; i < 10_001; i++) {
      recent.put("id" + i, Optional.empty(), NOW);
    }

    assertThat(recent.get("id0", NOW)).isEmpty();
    assertThat(recent.get("id1", NOW)).isPresent();
  }
}
