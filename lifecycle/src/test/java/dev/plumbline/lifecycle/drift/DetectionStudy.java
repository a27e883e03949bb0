package dev.plumbline.lifecycle.drift;

import dev.plumbline.lifecycle.drift.sequential.BorderStream;
import dev.plumbline.lifecycle.drift.sequential.CycleMartingale;
import dev.plumbline.lifecycle.drift.sequential.OnsetMixture;
import dev.plumbline.lifecycle.drift.stats.Rate;
import dev.plumbline.lifecycle.drift.stats.SeededRandom;
import dev.plumbline.lifecycle.drift.stats.SerialCorrelation;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Simulations behind the goals: small ones are tests, large ones the benchmark. Each run has its
 * own seed, so that any of them can be repeated alone.
 */
final class DetectionStudy {

  static final int FAMILIES = 6;
  static final int CALLS = 21;

  /** 28 streams at a lifetime level of .05, as in the reference. */
  static final double THRESHOLD = Math.log(28 / .05);

  private static final double[] NONE = {};

  private DetectionStudy() {}

  /** What happens to the border inputs on and after the fifteenth day. */
  enum Change {
    NONE,
    /** Tokens never seen before. */
    SWAP,
    /** .94/.06 becomes .6/.4. */
    PARTIAL
  }

  /**
   * The synthetic stand-in of the reference: 20 prompts, .94/.06, 100 reference calls, a day of
   * .8/.2 as a bump, A = 1e5.
   *
   * @return calls after the change until the first alarm; minus one for an alarm before it
   */
  static OptionalInt borderCalls(int seed, Change change, int callsADay, boolean bump) {
    SeededRandom random = SeededRandom.of(seed, "border");
    Map<String, Map<String, Long>> reference = new TreeMap<>();
    for (int prompt = 0; prompt < 20; prompt++) {
      long rare = binomial(random, 100, .06);
      reference.put("p" + prompt, Map.of("A", 100 - rare, "B", rare));
    }
    BorderStream stream = new BorderStream(reference, SeededRandom.of(seed, "ties"));
    int call = 0;
    for (int day = 0; day < 30; day++) {
      for (int i = 0; i < callsADay; i++, call++) {
        String token = token(random, change, day, bump);
        if (stream.observe("p" + call % 20, token) >= Math.log(1e5)) {
          int after = call - 15 * callsADay + 1;
          return OptionalInt.of(after > 0 && change != Change.NONE ? after : -1);
        }
      }
    }
    return OptionalInt.empty();
  }

  private static String token(SeededRandom random, Change change, int day, boolean bump) {
    if (day >= 15 && change == Change.SWAP) {
      return "C";
    }
    double rare = day >= 15 && change == Change.PARTIAL ? .4 : bump && day == 6 ? .2 : .06;
    return random.nextDouble() < rare ? "B" : "A";
  }

  /**
   * Six families of 21 calls, 105 reference calls each, a shift of all failure rates at a cycle.
   *
   * @return cycles until the onset mixture crosses, the first changed one counted as 1; empty when
   *     it never does, minus one for an alarm before the onset
   */
  static OptionalInt mixtureDelay(int seed, double base, double shift, int onset, int cycles) {
    SeededRandom random = SeededRandom.of(seed, "mixture");
    long[][] reference = new long[FAMILIES][];
    Arrays.setAll(reference, family -> counts(random, 5 * CALLS, base));
    OnsetMixture mixture = OnsetMixture.ofPasses(reference);
    for (int t = 0; t < onset + cycles; t++) {
      double rate = t < onset ? base : base + shift;
      if (mixture.observe(cycle(random, rate)).reaches(THRESHOLD)) {
        return OptionalInt.of(t < onset ? -1 : t - onset + 1);
      }
    }
    return OptionalInt.empty();
  }

  /** Whether the onset mixture ever reaches 1/.05 while nothing changes. */
  static boolean mixtureEverAlarms(int seed, double base, int cycles) {
    return mixtureEverAlarms(seed, base, 0, cycles);
  }

  /** The same under a wobble of sigma on the logit scale, common to the families of a cycle. */
  static boolean mixtureEverAlarms(int seed, double base, double sigma, int cycles) {
    SeededRandom random = SeededRandom.of(seed, "null");
    long[][] reference = new long[FAMILIES][];
    Arrays.setAll(reference, family -> counts(random, 5 * CALLS, base));
    OnsetMixture mixture = OnsetMixture.ofPasses(reference);
    Wobble wobble = new Wobble(SeededRandom.of(seed, "wobble"), base, sigma, 0);
    for (int t = 0; t < cycles; t++) {
      if (mixture.observe(cycle(random, wobble.next())).reaches(Math.log(20))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the martingale ever reaches 1/.05 on the failures of 126 calls whose rate wobbles on
   * the logit scale.
   *
   * @param memory autocorrelation of the wobble
   */
  static boolean martingaleEverAlarms(
      int seed, double base, double sigma, double memory, int cycles) {
    SeededRandom random = SeededRandom.of(seed, "wobble");
    CycleMartingale martingale = new CycleMartingale(NONE, SeededRandom.of(seed, "ties"));
    Wobble wobble = new Wobble(random, base, sigma, memory);
    for (int t = 0; t < cycles; t++) {
      double failures = binomial(random, FAMILIES * CALLS, wobble.next());
      if (martingale.observe(failures).reaches(Math.log(20))) {
        return true;
      }
    }
    return false;
  }

  /** Cycles until the martingale crosses after a hundred clean ones; the first is 1. */
  static OptionalInt martingaleDelay(int seed, double base, double shift, int cycles) {
    SeededRandom random = SeededRandom.of(seed, "martingale");
    CycleMartingale martingale = new CycleMartingale(NONE, SeededRandom.of(seed, "ties"));
    for (int t = 0; t < 100 + cycles; t++) {
      double failures = binomial(random, FAMILIES * CALLS, t < 100 ? base : base + shift);
      if (martingale.observe(failures).reaches(THRESHOLD)) {
        return OptionalInt.of(t < 100 ? -1 : t - 99);
      }
    }
    return OptionalInt.empty();
  }

  /** Whether a wobble is called autocorrelated after a number of cycles. */
  static boolean isLabelled(int seed, double sigma, double memory, int cycles) {
    SeededRandom random = SeededRandom.of(seed, "label");
    Wobble wobble = new Wobble(random, .3, sigma, memory);
    double[] failures = new double[cycles];
    Arrays.setAll(failures, t -> binomial(random, FAMILIES * CALLS, wobble.next()));
    return SerialCorrelation.lagOne(failures).orElse(0) > SerialCorrelation.LABELLED;
  }

  /** A rate with a common random offset per cycle. */
  private static final class Wobble {

    private final SeededRandom random;
    private final double centre;
    private final double sigma;
    private final double memory;
    private double offset;

    Wobble(SeededRandom random, double base, double sigma, double memory) {
      this.random = random;
      this.centre = Math.log(base / (1 - base));
      this.sigma = sigma;
      this.memory = memory;
      this.offset = sigma * random.nextGaussian();
    }

    double next() {
      double rate = 1 / (1 + Math.exp(-centre - offset));
      double fresh = Math.sqrt(1 - memory * memory) * sigma * random.nextGaussian();
      offset = memory * offset + fresh;
      return rate;
    }
  }

  /** Runs in parallel; how many did what. */
  static Rate share(int runs, IntPredicate run) {
    return new Rate(IntStream.range(0, runs).parallel().filter(run).count(), runs);
  }

  /** Delays of all runs, ascending; runs that never alarmed or alarmed before are the largest. */
  static int[] delays(int runs, IntFunction<OptionalInt> run) {
    return IntStream.range(0, runs)
        .parallel()
        .map(seed -> run.apply(seed).orElse(Integer.MAX_VALUE))
        .map(delay -> delay < 0 ? Integer.MAX_VALUE : delay)
        .sorted()
        .toArray();
  }

  static long detected(int[] delays) {
    return Arrays.stream(delays).filter(delay -> delay < Integer.MAX_VALUE).count();
  }

  /** The middle one, the upper of two. */
  static int median(int[] delays) {
    return delays[delays.length / 2];
  }

  private static long[][] cycle(SeededRandom random, double rate) {
    long[][] counts = new long[FAMILIES][];
    Arrays.setAll(counts, family -> counts(random, CALLS, rate));
    return counts;
  }

  private static long[] counts(SeededRandom random, int calls, double rate) {
    long failed = binomial(random, calls, rate);
    return new long[] {calls - failed, failed};
  }

  private static long binomial(SeededRandom random, int calls, double rate) {
    long hits = 0;
    for (int i = 0; i < calls; i++) {
      hits += random.nextDouble() < rate ? 1 : 0;
    }
    return hits;
  }
}
