package dev.plumbline.lifecycle.drift.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.lifecycle.drift.stats.SeededRandom;
import org.junit.jupiter.api.Test;

class CycleMartingaleTest {

  private static final double[] BASELINE = {1, 0, 2, 1, 1};
  private static final double[] CYCLES = {1, 2, 0, 1, 5, 6, 4, 7};

  /** Test vector of the drift reference, section 6. */
  @Test
  void theRanksOfTheReferenceAreReproduced() {
    CycleMartingale martingale = new CycleMartingale(BASELINE, () -> .5);
    double[] ranks = {.5, .142857, .875, .5, .05, .045455, .208333, .038462};
    for (int t = 0; t < CYCLES.length; t++) {
      assertThat(martingale.rank(CYCLES[t])).isCloseTo(ranks[t], within(5e-7));
    }
  }

  /** Test vector of the drift reference, section 6. */
  @Test
  void theEvidenceOfTheReferenceIsReproduced() {
    CycleMartingale martingale = new CycleMartingale(BASELINE, () -> .5);
    double[] logs = {-.342560, -.339135, -.785099, -.996400, -.601938, -.032582, -.040703, .725098};
    for (int t = 0; t < CYCLES.length; t++) {
      assertThat(martingale.observe(CYCLES[t]).logEvidence())
          .as("cycle %d", t)
          .isCloseTo(logs[t], within(5e-7));
    }
  }

  @Test
  void theSameSeedGivesTheSameEvidence() {
    CycleMartingale one = new CycleMartingale(BASELINE, new SeededRandom(7));
    CycleMartingale two = new CycleMartingale(BASELINE, new SeededRandom(7));
    CycleMartingale other = new CycleMartingale(BASELINE, new SeededRandom(8));
    for (double number : CYCLES) {
      OnsetReading reading = one.observe(number);
      assertThat(two.observe(number)).isEqualTo(reading);
      assertThat(other.observe(number)).isNotEqualTo(reading);
    }
  }

  @Test
  void whatIsNoNumberIsRefused() {
    CycleMartingale martingale = new CycleMartingale(BASELINE, () -> .5);
    assertThatThrownBy(() -> martingale.observe(Double.NaN)).hasMessageContaining("NaN");
  }
}
