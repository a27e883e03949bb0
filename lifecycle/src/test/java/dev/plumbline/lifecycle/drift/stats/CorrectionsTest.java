package dev.plumbline.lifecycle.drift.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CorrectionsTest {

  @Test
  void holmStepsDown() {
    // .01 * 4, .02 * 3, then never smaller than before
    assertThat(Holm.adjusted(.04, .01, .03, .02)).containsExactly(.06, .04, .06, .06);
    assertThatThrownBy(() -> Holm.adjusted(1.5)).hasMessageContaining("1.5");
  }

  /** The example of the drift reference, section 7. */
  @Test
  void eBhRejectsTheTwoLargest() {
    double[] logs = Arrays.stream(new double[] {25, 70, 3, 40}).map(Math::log).toArray();
    assertThat(EBenjaminiHochberg.rejected(logs, 4, .05)).containsExactly(false, true, false, true);
  }

  @Test
  void streamsThatAreNotGivenCountAsNoEvidence() {
    assertThat(EBenjaminiHochberg.rejected(new double[] {Math.log(70)}, 4, .05)[0]).isFalse();
    assertThat(EBenjaminiHochberg.rejected(new double[] {Math.log(80.001)}, 4, .05)[0]).isTrue();
    assertThatThrownBy(() -> EBenjaminiHochberg.rejected(new double[2], 1, .05))
        .hasMessageContaining("2 values of 1 streams");
  }

  @Property
  void eBhRejectsTheLargestSetThatMeetsItsThreshold(
      @ForAll @Size(min = 1, max = 6) List<@DoubleRange(min = 0, max = 7) Double> logs) {
    double[] values = logs.stream().mapToDouble(v -> v).toArray();
    boolean[] rejected = EBenjaminiHochberg.rejected(values, 6, .05);
    int largest = 0;
    for (int i = 1; i <= values.length; i++) {
      int rank = i;
      long reaching = logs.stream().filter(v -> Math.exp(v) >= 6 / (.05 * rank)).count();
      largest = reaching >= i ? i : largest;
    }
    int count = 0;
    for (boolean one : rejected) {
      count += one ? 1 : 0;
    }
    assertThat(count).isEqualTo(largest);
  }

  @Test
  void aSeriesThatRepeatsItselfIsCalledAutocorrelated() {
    SeededRandom random = new SeededRandom(1);
    double[] independent = new double[400];
    double[] repeating = new double[400];
    for (int i = 0; i < 400; i++) {
      independent[i] = random.nextGaussian();
      repeating[i] = (i == 0 ? 0 : .9 * repeating[i - 1]) + random.nextGaussian();
    }
    assertThat(SerialCorrelation.lagOne(independent).orElseThrow()).isLessThan(.15);
    assertThat(SerialCorrelation.lagOne(repeating).orElseThrow())
        .isGreaterThan(SerialCorrelation.LABELLED)
        .isCloseTo(.9, within(.07));
    assertThat(SerialCorrelation.lagOne(new double[20])).isEmpty();
    assertThat(SerialCorrelation.lagOne(new double[] {1, 2})).isEmpty();
  }

  @Test
  void theGeneratorDrawsEvenly() {
    SeededRandom random = new SeededRandom(3);
    int[] counts = new int[7];
    for (int i = 0; i < 70_000; i++) {
      counts[random.nextInt(7)]++;
    }
    assertThat(Arrays.stream(counts).boxed()).allMatch(count -> Math.abs(count - 10_000) < 500);
    assertThat(SeededRandom.of(1, "a").nextLong()).isNotEqualTo(SeededRandom.of(1, "b").nextLong());
    assertThatThrownBy(() -> random.nextInt(0)).hasMessageContaining("0");
  }

  /** First outputs of SplitMix64 for the seed 1234567, as published with the algorithm. */
  @Test
  void theGeneratorIsSplitMix64() {
    SeededRandom random = new SeededRandom(1_234_567);
    assertThat(random.nextLong()).isEqualTo(6457827717110365317L);
    assertThat(random.nextLong()).isEqualTo(3203168211198807973L);
  }

  /** 2 of 150: the Wilson upper limit of the drift reference is 4.7 %. */
  @Test
  void ratesHaveTheirWilsonInterval() {
    assertThat(new Rate(2, 150).wilson(.95).upper()).isCloseTo(.0473, within(5e-4));
    assertThatThrownBy(() -> new Rate(3, 2)).hasMessageContaining("3 of 2");
  }

  @Test
  void sumsOfLogarithmsDoNotOverflow() {
    assertThat(LogSpace.sum(1_000, 1_000)).isCloseTo(1_000 + Math.log(2), within(1e-12));
    assertThat(LogSpace.sum(new double[] {Double.NEGATIVE_INFINITY, 3})).isEqualTo(3);
    assertThat(LogSpace.sum(new double[0])).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void theTableIsTheFunction() {
    LogGammaTable table = new LogGammaTable(1);
    double sum = 0;
    for (int i = 1; i <= 1_000; i++) {
      sum += Math.log(i);
      assertThat(table.at(i)).isCloseTo(sum, within(1e-9));
    }
    assertThat(table.at(1 << 20)).isGreaterThan(table.at((1 << 18) - 1));
  }
}
