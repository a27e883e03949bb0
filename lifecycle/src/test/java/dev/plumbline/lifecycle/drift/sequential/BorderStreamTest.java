package dev.plumbline.lifecycle.drift.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BorderStreamTest {

  private static final Map<String, Map<String, Long>> REFERENCE =
      Map.of("x", Map.of("A", 94L, "B", 6L));

  /** Test vector of the drift reference, section 4. */
  @Test
  void theTestVectorOfTheReferenceIsReproduced() {
    BorderStream stream = new BorderStream(REFERENCE, () -> .5);
    String[] tokens = {"A", "B", "C", "C", "C"};
    double[] expected = {.627654, 3.627835, 34.024087, 165.540966, 616.583346};
    for (int i = 0; i < tokens.length; i++) {
      double r = Math.exp(stream.observe("x", tokens[i]));
      assertThat(r).as("observation %d", i).isCloseTo(expected[i], within(5e-7));
    }
    assertThat(stream.observations()).isEqualTo(5);
  }

  /** 20 observations a day: 1e5 is 13.7 years. */
  @Test
  void theThresholdIsTheObservationsBetweenTwoFalseAlarms() {
    assertThat(BorderStream.threshold(20 * 365, 13.7, 1)).isCloseTo(1e5, within(20.0));
  }

  @Test
  void aRestartForgetsTheEvidence() {
    BorderStream stream = new BorderStream(REFERENCE, () -> .5);
    stream.observe("x", "C");
    stream.restart();
    assertThat(stream.logStatistic()).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void aPromptWithoutReferenceIsRefused() {
    BorderStream stream = new BorderStream(REFERENCE, () -> .5);
    assertThat(stream.knows("y")).isFalse();
    assertThatThrownBy(() -> stream.observe("y", "A")).hasMessageContaining("'y'");
    assertThatThrownBy(() -> BorderStream.threshold(0, 1, 1)).hasMessageContaining("threshold");
  }
}
