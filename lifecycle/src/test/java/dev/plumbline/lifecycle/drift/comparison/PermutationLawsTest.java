package dev.plumbline.lifecycle.drift.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.lifecycle.drift.responses.LogProbabilities;
import dev.plumbline.lifecycle.drift.responses.Symbols;
import dev.plumbline.lifecycle.drift.stats.SeededRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The permutation tests against second implementations, written straight from the formulas. */
class PermutationLawsTest {

  private record Row(String prompt, Symbols answer, boolean reference) {}

  @Property(tries = 50)
  void theKernelStatisticIsTheSumOverAllOrderedPairs(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 5) int answers) {
    List<PromptSamples> prompts = KernelTestTest.random(seed, 4, answers, 12, 3);
    KernelTest test = KernelTest.of(prompts, Permutations.thousand(1));

    assertThat(test.statistic()).isCloseTo(naive(rows(prompts), 12), within(1e-12));
  }

  /** The same subsets, drawn beforehand, and the sum over all pairs for each: the very same p. */
  @Property(tries = 5)
  void theKernelPValueIsTheOneOfAPlainPermutation(@ForAll @IntRange(max = 1_000) int seed) {
    List<PromptSamples> prompts = KernelTestTest.random(seed, 3, 4, 8, 3);
    double p = KernelTest.of(prompts, new Permutations(500, seed, false)).result().p();

    assertThat(p).isEqualTo(naiveP(rows(prompts), draws(prompts, seed, 500)));
  }

  @Property(tries = 50)
  void theLogProbabilityStatisticIsTheMeanDistanceOfMeans(@ForAll long seed) {
    SeededRandom random = new SeededRandom(seed);
    List<LogProbabilities> first = replies(random, 4);
    List<LogProbabilities> second = replies(random, 5);
    TestResult result =
        new LogProbabilityTest(first, second, new Permutations(10, 1, false)).result();

    assertThat(result.statistic()).isCloseTo(naiveDistance(first, second), within(1e-12));
  }

  private static List<Row> rows(List<PromptSamples> prompts) {
    List<Row> rows = new ArrayList<>();
    for (PromptSamples one : prompts) {
      one.reference().forEach(answer -> rows.add(new Row(one.prompt(), answer, true)));
      one.now().forEach(answer -> rows.add(new Row(one.prompt(), answer, false)));
    }
    return rows;
  }

  private static double naive(List<Row> rows, int length) {
    double[] sums = new double[3];
    long[] pairs = new long[3];
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < rows.size(); j++) {
        Row one = rows.get(i);
        Row other = rows.get(j);
        if (i != j && one.prompt().equals(other.prompt())) {
          int kind = one.reference() != other.reference() ? 1 : one.reference() ? 0 : 2;
          sums[kind] += kernel(one.answer(), other.answer(), length);
          pairs[kind]++;
        }
      }
    }
    return sums[0] / pairs[0] - 2 * sums[1] / pairs[1] + sums[2] / pairs[2];
  }

  private static double kernel(Symbols one, Symbols other, int length) {
    double equal = 0;
    for (int i = 0; i < length; i++) {
      int first = i < one.length() ? one.values().get(i) : -1;
      int second = i < other.length() ? other.values().get(i) : -1;
      equal += first == second ? 1 : 0;
    }
    return equal / length;
  }

  private static double naiveP(List<Row> rows, List<Set<Integer>> draws) {
    double observed = naive(rows, 8);
    long exceedances =
        draws.stream()
            .filter(reference -> naive(relabelled(rows, reference), 8) >= observed - 1e-12)
            .count();
    return (1.0 + exceedances) / (1.0 + draws.size());
  }

  /** Which rows are the reference in each permutation: partial Fisher-Yates in each prompt. */
  private static List<Set<Integer>> draws(List<PromptSamples> prompts, long seed, int count) {
    SeededRandom random = new SeededRandom(seed);
    List<List<Integer>> orders = new ArrayList<>();
    int first = 0;
    for (PromptSamples prompt : prompts) {
      int size = prompt.reference().size() + prompt.now().size();
      orders.add(new ArrayList<>(IntStream.range(first, first + size).boxed().toList()));
      first += size;
    }
    List<Set<Integer>> draws = new ArrayList<>();
    for (int drawn = 0; drawn < count; drawn++) {
      Set<Integer> reference = new HashSet<>();
      for (int k = 0; k < orders.size(); k++) {
        List<Integer> order = orders.get(k);
        for (int i = 0; i < prompts.get(k).reference().size(); i++) {
          Collections.swap(order, i, i + random.nextInt(order.size() - i));
          reference.add(order.get(i));
        }
      }
      draws.add(reference);
    }
    return draws;
  }

  private static List<Row> relabelled(List<Row> rows, Set<Integer> reference) {
    return IntStream.range(0, rows.size())
        .mapToObj(i -> new Row(rows.get(i).prompt(), rows.get(i).answer(), reference.contains(i)))
        .toList();
  }

  private static List<LogProbabilities> replies(SeededRandom random, int count) {
    List<LogProbabilities> replies = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      TreeMap<String, Double> tokens = new TreeMap<>();
      for (int j = 0; j < 4; j++) {
        tokens.put("t" + random.nextInt(7), -60 * random.nextDouble());
      }
      replies.add(new LogProbabilities(tokens));
    }
    return replies;
  }

  private static double naiveDistance(List<LogProbabilities> one, List<LogProbabilities> other) {
    TreeSet<String> tokens = new TreeSet<>();
    one.forEach(reply -> tokens.addAll(reply.byToken().keySet()));
    other.forEach(reply -> tokens.addAll(reply.byToken().keySet()));
    double sum = 0;
    for (String token : tokens) {
      sum += Math.abs(mean(one, token) - mean(other, token));
    }
    return sum / tokens.size();
  }

  private static double mean(List<LogProbabilities> replies, String token) {
    double sum = 0;
    for (LogProbabilities reply : replies) {
      double smallest = reply.byToken().values().stream().mapToDouble(v -> v).min().orElseThrow();
      sum += Math.max(-40, reply.byToken().getOrDefault(token, smallest));
    }
    return sum / replies.size();
  }
}
