package dev.plumbline.lifecycle.drift.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lifecycle.drift.responses.LogProbabilities;
import dev.plumbline.lifecycle.drift.stats.SeededRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WeeklyMixTest {

  private static final LocalDate WEEK = LocalDate.parse("2026-03-09");

  private final SeededRandom random = new SeededRandom(8);

  @Test
  void theLastWeekThatIsOverBeginsOnAMonday() {
    assertThat(WeeklyMix.lastWeek(Instant.parse("2026-03-16T00:00:00Z"))).isEqualTo(WEEK);
    assertThat(WeeklyMix.lastWeek(Instant.parse("2026-03-22T23:59:59Z"))).isEqualTo(WEEK);
    assertThat(WeeklyMix.lastWeek(Instant.parse("2026-03-15T23:59:59Z")))
        .isEqualTo(WEEK.minusWeeks(1));
  }

  @Test
  void anotherMixtureHasMovedAndTheSameOneHasNot() {
    assertThat(WeeklyMix.of(WEEK, replies(168, .5), replies(168, .5), 1).orElseThrow().hasMoved())
        .isFalse();
    WeeklyMix moved = WeeklyMix.of(WEEK, replies(168, .5), replies(168, .2), 1).orElseThrow();
    assertThat(moved.hasMoved()).isTrue();
    assertThat(moved.calls()).isEqualTo(168);
  }

  /** 100 pairs of weeks at a level of one percent. */
  @Test
  void stableWeeksSeldomMove() {
    long moved =
        IntStream.range(0, 100)
            .filter(
                i ->
                    WeeklyMix.of(WEEK, replies(60, .5), replies(60, .5), i)
                        .orElseThrow()
                        .hasMoved())
            .count();
    assertThat(moved).isLessThanOrEqualTo(4);
  }

  @Test
  void ofAFewCallsNothingIsSaid() {
    assertThat(WeeklyMix.of(WEEK, replies(19, .5), replies(168, .5), 1)).isEmpty();
    assertThat(WeeklyMix.of(WEEK, replies(168, .5), replies(19, .5), 1)).isEmpty();
  }

  private List<LogProbabilities> replies(int calls, double first) {
    return IntStream.range(0, calls)
        .mapToObj(i -> random.nextDouble() < first ? -.1 : -.9)
        .map(logprob -> LogProbabilities.of(Map.of("Hello", logprob, "Hi", -2.0)))
        .toList();
  }
}
