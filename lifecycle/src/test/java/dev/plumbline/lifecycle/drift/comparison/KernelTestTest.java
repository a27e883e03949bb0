package dev.plumbline.lifecycle.drift.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.lifecycle.drift.SharedData;
import dev.plumbline.lifecycle.drift.SharedData.Alternative;
import dev.plumbline.lifecycle.drift.responses.Symbols;
import dev.plumbline.lifecycle.drift.stats.SeededRandom;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelTestTest {

  private static final String WIKIPEDIA = "llama3-70b-fp8_wikipedia_L50.jsonl.gz";
  private static final String ULTRACHAT = "llama3-70b-fp8_ultrachat_L250.jsonl.gz";
  private static final String HUMANEVAL = "llama3-70b-fp8_humaneval_L250.jsonl.gz";

  /** By hand, one prompt of two answers a side. */
  @Test
  void theStatisticIsTheOneOfTheFormula() {
    PromptSamples prompt =
        new PromptSamples(
            "x", List.of(tokens(1, 2), tokens(1, 3)), List.of(tokens(1, 9), tokens(1, 9)));

    // k(P,P) = 1/2, k(Q,Q) = 1, each of the four across 1/2: 1/2 - 2 * 1/2 + 1
    assertThat(KernelTest.of(List.of(prompt), Permutations.thousand(1)).statistic())
        .isCloseTo(.5, within(1e-12));
  }

  @Test
  void theSameSeedGivesTheSameP() {
    List<PromptSamples> prompts = random(3, 5, 6, 10, 4);
    TestResult one = KernelTest.of(prompts, Permutations.thousand(3)).result();

    assertThat(KernelTest.of(prompts, Permutations.thousand(3)).result()).isEqualTo(one);
  }

  @Test
  void anotherLengthOfAnswersIsSeen() {
    List<PromptSamples> prompts = new ArrayList<>();
    for (int p = 0; p < 5; p++) {
      List<Symbols> full = random(p, 1, 6, 20, 3).get(0).reference();
      List<Symbols> cut = full.stream().map(one -> cut(one, 5)).toList();
      prompts.add(new PromptSamples("" + p, full, cut));
    }
    assertThat(KernelTest.of(prompts, Permutations.thousand(1)).result().p()).isLessThan(.01);
  }

  @Test
  void anEarlyStopReportsTenExceedancesOverTheDraws() {
    List<PromptSamples> same = random(8, 5, 6, 10, 4);
    Permutations early = new Permutations(100_000, 1, true);
    double p = KernelTest.of(same, early).result().p();

    double draws = 10 / p;
    assertThat(draws).isCloseTo(Math.rint(draws), within(1e-9)).isLessThan(10_000);
  }

  @Test
  void codePointsAreComparedNotHalvesOfThem() {
    assertThat(Symbols.ofText("a\uD83D\uDE00").values()).containsExactly(97, 0x1F600);
  }

  @Test
  void oneAnswerPerPromptIsNotEnough() {
    PromptSamples single = new PromptSamples("x", List.of(tokens(1)), List.of(tokens(2)));

    assertThatThrownBy(() -> KernelTest.of(List.of(single), Permutations.thousand(1)))
        .hasMessageContaining("use a paired test");
  }

  /** Golden values of the README beside the data. */
  @ParameterizedTest
  @CsvSource({
    WIKIPEDIA + ", 50, false, -0.002753777778, 0.111064888889, 0.002659555556",
    WIKIPEDIA + ", 50, true, -0.003162666667, 0.083592888889, 0.000816000000",
    ULTRACHAT + ", 250, false, -0.002962133333, 0.110033422222, 0.000327466667",
    ULTRACHAT + ", 250, true, -0.002760177778, 0.096923377778, 0.002921244444",
    HUMANEVAL + ", 250, false, -0.007065600000, 0.111816533333, -0.003653333333",
    HUMANEVAL + ", 250, true, 0.000448355556, 0.000659555556, 0.004934044444",
  })
  void theGoldenStatisticsOfRealAnswersAreFound(
      String file, int length, boolean cut, double none, double trunc, double swap)
      throws IOException {
    Permutations few = new Permutations(1, 1, false);
    assertThat(SharedData.kernel(file, length, cut, Alternative.NULL, few).statistic())
        .isCloseTo(none, within(1e-9));
    assertThat(SharedData.kernel(file, length, cut, Alternative.TRUNC, few).statistic())
        .isCloseTo(trunc, within(1e-9));
    assertThat(SharedData.kernel(file, length, cut, Alternative.SWAP, few).statistic())
        .isCloseTo(swap, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({WIKIPEDIA + ", 50", ULTRACHAT + ", 250"})
  void plantedTruncationOfRealAnswersIsFound(String file, int length) throws IOException {
    KernelTest test =
        SharedData.kernel(file, length, false, Alternative.TRUNC, Permutations.thousand(1));
    assertThat(test.result().p()).isLessThanOrEqualTo(.001);
  }

  /** 300 null tests at .05: between 2.5 and 8 % reject (drift reference, section 15). */
  @Test
  void splitsOfRealAnswersRejectAsOftenAsTheLevelSays() throws IOException {
    List<List<List<Integer>>> prompts = SharedData.samples(WIKIPEDIA, false);
    SeededRandom random = new SeededRandom(42);
    int rejected = 0;
    for (int i = 0; i < 300; i++) {
      List<PromptSamples> split = new ArrayList<>();
      for (int p = 0; p < 25; p++) {
        split.add(drawn("" + p, prompts.get(p), random));
      }
      KernelTest test = KernelTest.of(split, new Permutations(199, i, false));
      rejected += test.result().p() <= .05 ? 1 : 0;
    }
    assertThat(rejected / 300.0).isBetween(.025, .08);
  }

  private static PromptSamples drawn(
      String prompt, List<List<Integer>> answers, SeededRandom random) {
    List<List<Integer>> left = new ArrayList<>(answers);
    List<Symbols> drawn = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      drawn.add(new Symbols(left.remove(random.nextInt(left.size()))));
    }
    return new PromptSamples(prompt, drawn.subList(0, 10), drawn.subList(10, 20));
  }

  static List<PromptSamples> random(long seed, int prompts, int answers, int length, int symbols) {
    SeededRandom random = new SeededRandom(seed);
    List<PromptSamples> samples = new ArrayList<>();
    for (int p = 0; p < prompts; p++) {
      samples.add(
          new PromptSamples(
              "" + p,
              answers(random, answers, length, symbols),
              answers(random, answers, length, symbols)));
    }
    return samples;
  }

  private static List<Symbols> answers(SeededRandom random, int count, int length, int symbols) {
    List<Symbols> answers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Integer> one = new ArrayList<>();
      for (int j = 0; j < length; j++) {
        one.add(random.nextInt(symbols));
      }
      answers.add(new Symbols(one));
    }
    return answers;
  }

  private static Symbols cut(Symbols symbols, int length) {
    return new Symbols(symbols.values().subList(0, length));
  }

  private static Symbols tokens(Integer... values) {
    return new Symbols(List.of(values));
  }
}
