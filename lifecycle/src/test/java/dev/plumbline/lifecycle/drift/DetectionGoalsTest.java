package dev.plumbline.lifecycle.drift;

import static dev.plumbline.lifecycle.drift.DetectionStudy.delays;
import static dev.plumbline.lifecycle.drift.DetectionStudy.detected;
import static dev.plumbline.lifecycle.drift.DetectionStudy.median;
import static dev.plumbline.lifecycle.drift.DetectionStudy.share;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lifecycle.drift.DetectionStudy.Change;
import dev.plumbline.lifecycle.drift.stats.Rate;
import org.junit.jupiter.api.Test;

/**
 * The goals of drift detection with few runs; {@code ./mvnw -Pbenchmark -Dquick -pl lifecycle -am
 * verify} has many. Seeds are fixed, so nothing here is flaky.
 */
class DetectionGoalsTest {

  /** G1. */
  @Test
  void aTotalSwapIsFoundWithinTenCallsAndInTheFirstCycle() {
    int[] calls = delays(20, seed -> DetectionStudy.borderCalls(seed, Change.SWAP, 20, true));

    assertThat(calls[19]).isLessThanOrEqualTo(10);
  }

  @Test
  void aPartialChangeOfBorderInputsIsFoundAndABumpIsNot() {
    int[] calls = delays(20, seed -> DetectionStudy.borderCalls(seed, Change.PARTIAL, 20, false));

    assertThat(detected(calls)).isGreaterThanOrEqualTo(19);
    assertThat(median(calls)).isLessThan(80);
    assertThat(
            share(20, seed -> DetectionStudy.borderCalls(seed, Change.NONE, 20, true).isPresent())
                .successes())
        .isLessThanOrEqualTo(1);
  }

  /** G2. */
  @Test
  void tenPointsMoreAreFoundWithinFiveCyclesFromFivePercent() {
    int[] delays = delays(40, seed -> DetectionStudy.mixtureDelay(seed, .05, .1, 10, 150));

    assertThat(median(delays)).isLessThanOrEqualTo(5);
  }

  /** G2. */
  @Test
  void tenPointsMoreAreFoundWithinEighteenCyclesFromThirtyPercent() {
    int[] delays = delays(40, seed -> DetectionStudy.mixtureDelay(seed, .3, .1, 10, 60));

    assertThat(median(delays)).isLessThanOrEqualTo(18);
  }

  /** G3. */
  @Test
  void fivePointsMoreAreFoundInMostRuns() {
    int[] delays = delays(40, seed -> DetectionStudy.mixtureDelay(seed, .05, .05, 10, 150));

    assertThat(detected(delays)).isGreaterThanOrEqualTo(24); // 60 %
  }

  /** G4, both tiers. */
  @Test
  void stableServiceHardlyEverAlarms() {
    Rate mixture = share(40, seed -> DetectionStudy.mixtureEverAlarms(seed, .05, 300));
    Rate martingale =
        share(100, seed -> DetectionStudy.martingaleEverAlarms(seed, .1, .25, 0, 300));

    assertThat(mixture.successes()).isLessThanOrEqualTo(1);
    assertThat(martingale.successes()).isLessThanOrEqualTo(5);
  }

  @Test
  void theMartingaleFindsFivePointsAfterAHundredCleanCycles() {
    int[] delays = delays(30, seed -> DetectionStudy.martingaleDelay(seed, .05, .05, 100));

    assertThat(detected(delays)).isGreaterThanOrEqualTo(29);
    assertThat(median(delays)).isLessThanOrEqualTo(20);
  }

  @Test
  void anAutocorrelatedWobbleIsRecognisedAndAnIndependentOneIsNot() {
    assertThat(share(50, seed -> DetectionStudy.isLabelled(seed, .25, .9, 200)).successes())
        .isGreaterThanOrEqualTo(40);
    assertThat(share(50, seed -> DetectionStudy.isLabelled(seed, .25, 0, 200)).successes())
        .isZero();
  }
}
