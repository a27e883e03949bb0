package dev.plumbline.lifecycle.drift.comparison;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.drift.responses.LogProbabilities;
import dev.plumbline.lifecycle.drift.stats.SeededRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Whether the mean first-token log-probabilities of two windows of calls differ (Chauvin and
 * others, arXiv 2512.03816).
 *
 * <p><b>Proven:</b> p is valid when calls are exchangeable. <b>Fails:</b> calls of GPT-4o are not:
 * measured on a stable stream, windows of 24 calls reject at .05 in 18.6 % of cases, windows of 10
 * in 5.3 %. Therefore at most {@link #MOST_CALLS} calls a side as a confirmation, and never alone.
 */
public record LogProbabilityTest(
    List<LogProbabilities> reference, List<LogProbabilities> now, Permutations permutations)
    implements Comparison {

  /** Beyond this a mixture of serving backends looks like a change. */
  public static final int MOST_CALLS = 10;

  private static final double TOLERANCE = 1e-12;

  public LogProbabilityTest {
    reference = List.copyOf(reference);
    now = List.copyOf(now);
    requireNonNull(permutations, "permutations");
    if (reference.size() < 2 || now.size() < 2) {
      throw new IllegalArgumentException(
          "%d and %d replies with log-probabilities: each side needs two"
              .formatted(reference.size(), now.size()));
    }
  }

  /** Whether either side is longer than what the measured error rate allows. */
  public boolean isTooLong() {
    return Math.max(reference.size(), now.size()) > MOST_CALLS;
  }

  @Override
  public TestResult result() {
    Drawing drawing = new Drawing();
    double p = permutations.p(drawing::exceeds);
    Effect effect = new Effect(Measure.DISTANCE, drawing.observed, Optional.empty());
    return new TestResult("logprob", drawing.observed, p, effect, drawing.rows.length);
  }

  /** Distinct tokens of all replies. */
  public int tokens() {
    return vocabulary().length;
  }

  private String[] vocabulary() {
    TreeSet<String> tokens = new TreeSet<>();
    reference.forEach(reply -> tokens.addAll(reply.byToken().keySet()));
    now.forEach(reply -> tokens.addAll(reply.byToken().keySet()));
    return tokens.toArray(String[]::new);
  }

  private final class Drawing {

    private final double[][] rows = rows();
    private final SeededRandom random = new SeededRandom(permutations.seed());
    private final double observed = statistic();

    /** Windows are shuffled in place: rows of the first window stand first. */
    boolean exceeds() {
      for (int i = 0; i < reference.size(); i++) {
        int other = i + random.nextInt(rows.length - i);
        double[] kept = rows[i];
        rows[i] = rows[other];
        rows[other] = kept;
      }
      return statistic() >= observed - TOLERANCE;
    }

    private double statistic() {
      double[] first = new double[rows[0].length];
      double[] second = new double[rows[0].length];
      for (int row = 0; row < rows.length; row++) {
        double[] sums = row < reference.size() ? first : second;
        for (int i = 0; i < sums.length; i++) {
          sums[i] += rows[row][i];
        }
      }
      double total = 0;
      for (int i = 0; i < first.length; i++) {
        total += Math.abs(first[i] / reference.size() - second[i] / now.size());
      }
      return total / first.length;
    }

    private double[][] rows() {
      String[] vocabulary = vocabulary();
      double[][] all = new double[reference.size() + now.size()][];
      Arrays.setAll(
          all,
          row -> {
            LogProbabilities reply =
                row < reference.size() ? reference.get(row) : now.get(row - reference.size());
            return Arrays.stream(vocabulary).mapToDouble(reply::at).toArray();
          });
      return all;
    }
  }
}
