package dev.plumbline.lifecycle.drift.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OnsetMixtureTest {

  private static final int CALLS = 21;

  /** Test vector of the drift reference, section 5: one family, 5 of 105 in the reference. */
  @Test
  void theTestVectorOfTheReferenceIsReproduced() {
    OnsetMixture mixture = OnsetMixture.ofPasses(new long[][] {{5, 100}});
    int[] successes = {1, 2, 0, 1, 5, 6, 4, 7};
    double[] logs = {
      -.568919, -.828718, -1.132493, -1.312433, -.466224, 2.524029, 3.100340, 6.492341
    };
    for (int t = 0; t < successes.length; t++) {
      OnsetReading reading = mixture.observe(cycle(successes[t]));
      assertThat(reading.logEvidence()).as("cycle %d", t).isCloseTo(logs[t], within(5e-7));
      if (t >= 4) {
        assertThat(reading.onset()).isEqualTo(4);
        assertThat(reading.earliest()).isLessThanOrEqualTo(4);
        assertThat(reading.latest()).isGreaterThanOrEqualTo(4);
      }
    }
  }

  @Test
  void anImprovementCountsAsAChangeToo() {
    OnsetMixture mixture = OnsetMixture.ofPasses(new long[][] {{60, 45}});
    OnsetReading reading = mixture.observe(cycle(12));
    for (int t = 1; t < 10; t++) {
      reading = mixture.observe(cycle(20));
    }
    assertThat(reading.reaches(Math.log(20))).isTrue();
    assertThat(reading.onset()).isEqualTo(1);
  }

  @Test
  void noMoreOnsetsAreFollowedAfterYearsThanTheClassesHold() {
    OnsetMixture mixture = OnsetMixture.ofPasses(new long[][] {{5, 100}});
    for (int t = 0; t < 2_000; t++) {
      mixture.observe(cycle(1));
    }
    assertThat(mixture.followed()).isLessThanOrEqualTo(71);
  }

  /** Half of the capital bets on the family alone, the other half waits. */
  @Test
  void aFamilyThatWasNotAskedIsNoEvidence() {
    OnsetMixture one = OnsetMixture.ofPasses(new long[][] {{5, 100}});
    OnsetMixture two = OnsetMixture.ofPasses(new long[][] {{5, 100}, {9, 9}});
    for (int successes : new int[] {1, 4, 6}) {
      double alone = Math.exp(one.observe(cycle(successes)).logEvidence());
      double beside =
          Math.exp(
              two.observe(new long[][] {{successes, CALLS - successes}, {0, 0}}).logEvidence());
      assertThat(beside).isCloseTo((alone + 1) / 2, within(1e-12));
    }
  }

  @Test
  void aShiftThatAllFamiliesShareIsFoundSooner() {
    long[][] baseline = new long[6][];
    java.util.Arrays.setAll(baseline, family -> new long[] {100, 5});
    OnsetMixture together = OnsetMixture.ofPasses(baseline);
    OnsetMixture alone = OnsetMixture.ofPasses(new long[][] {{100, 5}});
    long[][] shifted = new long[6][];
    java.util.Arrays.setAll(shifted, family -> new long[] {CALLS - 2, 2});
    double all = 0;
    double one = 0;
    for (int t = 0; t < 20; t++) {
      all = together.observe(shifted).logEvidence();
      one = alone.observe(new long[][] {{CALLS - 2, 2}}).logEvidence();
    }
    // without the shared bet six families would have six times the evidence of one
    assertThat(all).isGreaterThan(6 * one + 2);
  }

  @Test
  void countsThatDoNotFitTheBaselineAreRefused() {
    OnsetMixture mixture = OnsetMixture.ofPasses(new long[][] {{5, 100}});
    assertThatThrownBy(() -> mixture.observe(new long[][] {{1, 2}, {3, 4}}))
        .hasMessageContaining("2 families");
    assertThatThrownBy(() -> mixture.observe(new long[][] {{1, -2}})).hasMessageContaining("-2");
    assertThatThrownBy(() -> mixture.observe(new long[][] {{1, 2, 3}}))
        .hasMessageContaining("3 outcomes");
    assertThatThrownBy(() -> OnsetMixture.ofClusters(new long[] {4}))
        .hasMessageContaining("two or more");
  }

  private static long[][] cycle(int successes) {
    return new long[][] {{successes, CALLS - successes}};
  }
}
