package dev.plumbline.lifecycle.drift;

import dev.plumbline.lifecycle.drift.comparison.LogProbabilityTest;
import dev.plumbline.lifecycle.drift.comparison.Permutations;
import dev.plumbline.lifecycle.drift.comparison.TestResult;
import dev.plumbline.lifecycle.drift.responses.LogProbabilities;
import dev.plumbline.lifecycle.drift.sequential.CycleMartingale;
import dev.plumbline.lifecycle.drift.sequential.OnsetMixture;
import dev.plumbline.lifecycle.drift.sequential.OnsetReading;
import dev.plumbline.lifecycle.drift.stats.SeededRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Times of the tests and of one more cycle after years, on one core. Aims: kernel test 50 ms at
 * length 50 and 80 ms at 1,000; log-probability test 2 ms. Streams go on ageing while they are
 * measured, to some hundred thousand cycles: an upper limit for one of a few years.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@Threads(1)
public class DriftBenchmark {

  /** Answers of one length. */
  @State(Scope.Thread)
  public static class Answers {

    @Param({"50", "250", "1000"})
    int length;

    private KernelRows rows = KernelRows.of(1);
    private long seed;

    @Setup
    public void fill() {
      rows = KernelRows.of(length);
    }
  }

  /** Two windows of ten calls over 28 tokens. */
  @State(Scope.Thread)
  public static class Windows {

    private final List<LogProbabilities> replies = new ArrayList<>();

    @Setup
    public void fill() {
      SeededRandom random = new SeededRandom(3);
      for (int i = 0; i < 20; i++) {
        TreeMap<String, Double> tokens = new TreeMap<>();
        for (int j = 0; j < 28; j++) {
          tokens.put("t" + j, -20 * random.nextDouble());
        }
        replies.add(new LogProbabilities(tokens));
      }
    }
  }

  /** Streams that have seen two thousand cycles of one family. */
  @State(Scope.Thread)
  public static class Streams {

    private OnsetMixture mixture = OnsetMixture.ofPasses(new long[][] {{100, 5}});
    private CycleMartingale martingale = new CycleMartingale(new double[0], new SeededRandom(1));
    private final SeededRandom random = new SeededRandom(5);

    @Setup(Level.Iteration)
    public void age() {
      mixture = OnsetMixture.ofPasses(new long[][] {{100, 5}});
      martingale = new CycleMartingale(new double[0], new SeededRandom(1));
      for (int t = 0; t < 2_000; t++) {
        mixture.observe(cycle());
        martingale.observe(random.nextInt(5));
      }
    }

    long[][] cycle() {
      long failed = random.nextInt(3);
      return new long[][] {{21 - failed, failed}};
    }
  }

  @Benchmark
  public TestResult kernelTest(Answers answers) {
    return answers.rows.test(answers.seed++).result();
  }

  @Benchmark
  public TestResult logProbabilityTest(Windows windows) {
    return new LogProbabilityTest(
            windows.replies.subList(0, 10),
            windows.replies.subList(10, 20),
            Permutations.thousand(1))
        .result();
  }

  @Benchmark
  public OnsetReading oneMoreCycleOfTheMixture(Streams streams) {
    return streams.mixture.observe(streams.cycle());
  }

  @Benchmark
  public OnsetReading oneMoreCycleOfTheMartingale(Streams streams) {
    return streams.martingale.observe(streams.random.nextInt(5));
  }
}
