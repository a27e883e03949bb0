package dev.plumbline.lifecycle.drift.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.lifecycle.drift.SharedData;
import dev.plumbline.lifecycle.drift.responses.LogProbabilities;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogProbabilityTestTest {

  /**
   * First N calls with a known vector against the next N: golden values of the reference. For N = 5
   * it says .092304714720, which is off by 3.2e-9: the formula on the stored decimals gives this.
   */
  @ParameterizedTest
  @CsvSource({"5, .092304711520, 25", "10, .078049554923, 26", "24, .217388786290, 27"})
  void theGoldenStatisticsOfARealStreamAreFound(int n, double statistic, int tokens)
      throws IOException {
    List<LogProbabilities> replies =
        SharedData.august().stream().map(SharedData.Call::reply).toList();
    LogProbabilityTest test =
        new LogProbabilityTest(
            replies.subList(0, n), replies.subList(n, 2 * n), Permutations.thousand(1));

    assertThat(test.result().statistic()).isCloseTo(statistic, within(1e-9));
    assertThat(test.tokens()).isEqualTo(tokens);
    assertThat(test.isTooLong()).isEqualTo(n > 10);
  }

  @Test
  void whatIsMissingIsCensoredAndWhatIsAbsurdIsFloored() {
    LogProbabilities reply = LogProbabilities.of(Map.of("a", -.1, "b", -3.0, "c", -9999.0));

    assertThat(reply.at("c")).isEqualTo(-40);
    assertThat(reply.at("d")).isEqualTo(-40);
    assertThat(LogProbabilities.of(Map.of("a", -.1, "b", -3.0)).at("d")).isEqualTo(-3);
  }

  @Test
  void aProbabilityAboveOneIsRefused() {
    assertThatThrownBy(() -> LogProbabilities.of(Map.of("a", .5))).hasMessageContaining("above 0");
    LogProbabilities one = LogProbabilities.of(Map.of("a", -.5));
    assertThatThrownBy(
            () -> new LogProbabilityTest(List.of(one), List.of(one), Permutations.thousand(1)))
        .hasMessageContaining("each side needs two");
  }
}
