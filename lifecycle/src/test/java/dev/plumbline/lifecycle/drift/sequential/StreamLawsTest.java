package dev.plumbline.lifecycle.drift.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * The streams against second implementations, written straight from the formulas of the reference:
 * every onset is followed, fractions are exact or plain, nothing is kept between cycles.
 */
class StreamLawsTest {

  private static final MathContext DIGITS = new MathContext(30);
  private static final List<BigDecimal> FACTORIALS = new ArrayList<>(List.of(BigDecimal.ONE));

  /** Up to 22 cycles nothing is pruned; what pruning costs is the next law. */
  @Property(tries = 30)
  void theMixtureIsTheSumOverEveryOnset(
      @ForAll @Size(min = 1, max = 22) List<@IntRange(min = 0, max = 9) Integer> successes,
      @ForAll @IntRange(min = 0, max = 9) int before) {
    OnsetMixture mixture = OnsetMixture.ofPasses(new long[][] {{before, 40 - before}});
    for (int t = 0; t < successes.size(); t++) {
      int s = successes.get(t);
      double log = mixture.observe(new long[][] {{s, 9 - s}}).logEvidence();
      BigDecimal naive = naiveMixture(successes.subList(0, t + 1), before, 40 - before, 9);
      assertThat(Math.exp(log) / naive.doubleValue()).isCloseTo(1, within(1e-9));
    }
  }

  /**
   * Measured in the reference: pruning changes no detection. Here: evidence by less than a half.
   */
  @Property(tries = 5)
  void pruningHardlyChangesTheEvidence(
      @ForAll @Size(45) List<@IntRange(min = 0, max = 4) Integer> successes) {
    OnsetMixture mixture = OnsetMixture.ofPasses(new long[][] {{9, 31}});
    double log = 0;
    for (int s : successes) {
      log = mixture.observe(new long[][] {{s, 9 - s}}).logEvidence();
    }
    BigDecimal naive = naiveMixture(successes, 9, 31, 9);
    assertThat(log).isCloseTo(Math.log(naive.doubleValue()), within(.5));
  }

  /** Beta functions of whole numbers are exact fractions of factorials. */
  private static BigDecimal naiveMixture(List<Integer> successes, int s0, int f0, int calls) {
    int t = successes.size() - 1;
    BigDecimal sum = one().divide(BigDecimal.valueOf(t + 2), DIGITS);
    for (int j = 0; j <= t; j++) {
      BigDecimal e = BigDecimal.valueOf(naiveProcess(successes, j, s0, f0, calls));
      sum = sum.add(e.divide(BigDecimal.valueOf((j + 1L) * (j + 2L)), DIGITS));
    }
    return sum;
  }

  /** The process that begins in cycle j, with everything before it as the reference. */
  private static double naiveProcess(List<Integer> successes, int j, int s0, int f0, int calls) {
    int before = successes.subList(0, j).stream().mapToInt(s -> s).sum();
    BigDecimal e = one();
    int s1 = 0;
    for (int i = j; i < successes.size(); i++) {
      int s = successes.get(i);
      int f1 = calls * (i - j) - s1;
      BigDecimal own = beta(s + 1 + s1, calls - s + 1 + f1).divide(beta(1 + s1, 1 + f1), DIGITS);
      int ap = 1 + s0 + before + s1;
      int bp = 1 + f0 + calls * j - before + f1;
      BigDecimal pooled = beta(s + ap, calls - s + bp).divide(beta(ap, bp), DIGITS);
      e = e.multiply(own.divide(pooled, DIGITS), DIGITS);
      s1 += s;
    }
    return e.doubleValue();
  }

  private static BigDecimal beta(int a, int b) {
    return factorial(a - 1).multiply(factorial(b - 1), DIGITS).divide(factorial(a + b - 1), DIGITS);
  }

  private static BigDecimal factorial(int n) {
    while (FACTORIALS.size() <= n) {
      int next = FACTORIALS.size();
      FACTORIALS.add(FACTORIALS.get(next - 1).multiply(BigDecimal.valueOf(next)));
    }
    return FACTORIALS.get(n);
  }

  private static BigDecimal one() {
    return BigDecimal.ONE;
  }

  @Property(tries = 100)
  void theMartingaleIsTheSumOverEveryOnset(
      @ForAll @Size(min = 1, max = 22) List<@IntRange(min = 0, max = 12) Integer> numbers,
      @ForAll @Size(max = 10) List<@IntRange(min = 0, max = 12) Integer> baseline,
      @ForAll @IntRange(min = 1, max = 99) int chance) {
    double u = chance / 100.0;
    CycleMartingale martingale =
        new CycleMartingale(baseline.stream().mapToDouble(i -> i).toArray(), () -> u);
    List<Double> ranks = new ArrayList<>();
    List<Integer> all = new ArrayList<>(baseline);
    for (int number : numbers) {
      all.add(number);
      long greater = all.stream().filter(other -> other > number).count();
      long equal = all.stream().filter(other -> other == number).count();
      ranks.add((greater + u * equal) / all.size());
      double naive = naiveMartingale(ranks);
      double log = martingale.observe(number).logEvidence();
      assertThat(Math.exp(log) / naive).isCloseTo(1, within(1e-9));
    }
  }

  private static double naiveMartingale(List<Double> ranks) {
    double[] bets = {.05, .1, .2, .4, .7};
    int t = ranks.size() - 1;
    double sum = 1.0 / (t + 2);
    for (int j = 0; j <= t; j++) {
      double mean = 0;
      for (double k : bets) {
        double product = 1;
        for (int i = j; i <= t; i++) {
          product *= k * Math.pow(ranks.get(i), k - 1);
        }
        mean += product / bets.length;
      }
      sum += mean / ((j + 1.0) * (j + 2.0));
    }
    return sum;
  }

  @Property(tries = 100)
  void theBorderStreamIsItsRecursion(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 4) Integer> tokens,
      @ForAll @IntRange(min = 1, max = 99) int chance) {
    double u = chance / 100.0;
    BorderStream stream =
        new BorderStream(Map.of("p", Map.of("0", 9L, "1", 3L), "q", Map.of("0", 5L)), () -> u);
    List<String> p = new ArrayList<>(Collections.nCopies(9, "0"));
    p.addAll(Collections.nCopies(3, "1"));
    List<String> q = new ArrayList<>(Collections.nCopies(5, "0"));
    double r = 0;
    for (int i = 0; i < tokens.size(); i++) {
      String prompt = i % 2 == 0 ? "p" : "q";
      String token = Integer.toString(tokens.get(i));
      r = (1 + r) * naiveBet(prompt.equals("p") ? p : q, token, u);
      assertThat(Math.exp(stream.observe(prompt, token)) / r).isCloseTo(1, within(1e-9));
    }
  }

  private static double naiveBet(List<String> bag, String token, double u) {
    bag.add(token);
    long own = count(bag, token);
    double less = bag.stream().filter(other -> count(bag, other) < own).count();
    double equal = bag.stream().filter(other -> count(bag, other) == own).count();
    double p = (less + u * equal) / bag.size();
    double sum = 0;
    for (double k : new double[] {.1, .3, .5, .7, .9}) {
      sum += k * Math.pow(p, k - 1);
    }
    return sum / 5;
  }

  private static long count(List<String> bag, String token) {
    return bag.stream().filter(token::equals).count();
  }
}
