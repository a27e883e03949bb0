package dev.plumbline.lifecycle.drift.fingerprint;

import dev.plumbline.lifecycle.drift.responses.LogProbabilities;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sorts replies into clusters: a reply joins the first cluster whose leader is within a tenth of a
 * nat on average over the eight most likely tokens of the baseline, otherwise it leads a new one.
 *
 * <p>Measured on a month of GPT-4o: 15 clusters in 133 calls, all seen within the first 80, while
 * 54 exact vectors occur, 13.6 % of calls with one seen only once. Exact vectors are no identity.
 */
public final class LeaderClusters {

  static final double REACH = .1;
  private static final int TOKENS = 8;
  private static final int MOST_CLUSTERS = 10_000;

  private final List<String> tokens;
  private final List<double[]> leaders = new ArrayList<>();

  /**
   * No clusters yet.
   *
   * @param baseline the replies that decide which tokens count; they are not assigned yet
   */
  public LeaderClusters(List<LogProbabilities> baseline) {
    if (baseline.isEmpty()) {
      throw new IllegalArgumentException("a baseline without replies");
    }
    this.tokens = mostLikely(baseline);
  }

  private static List<String> mostLikely(List<LogProbabilities> baseline) {
    Map<String, Double> sums = new HashMap<>();
    baseline.forEach(
        reply -> reply.byToken().keySet().forEach(token -> sums.putIfAbsent(token, 0.0)));
    sums.replaceAll((token, none) -> baseline.stream().mapToDouble(reply -> reply.at(token)).sum());
    return sums.keySet().stream()
        .sorted(
            Comparator.<String>comparingDouble(sums::get)
                .reversed()
                .thenComparing(Comparator.naturalOrder()))
        .limit(TOKENS)
        .toList();
  }

  /** The number of the reply's cluster, from 0 in order of first appearance. */
  public int assign(LogProbabilities reply) {
    double[] vector = tokens.stream().mapToDouble(reply::at).toArray();
    for (int cluster = 0; cluster < leaders.size(); cluster++) {
      if (distance(leaders.get(cluster), vector) <= REACH) {
        return cluster;
      }
    }
    if (leaders.size() == MOST_CLUSTERS) {
      throw new IllegalStateException("more than " + MOST_CLUSTERS + " clusters: no mixture");
    }
    leaders.add(vector);
    return leaders.size() - 1;
  }

  public int size() {
    return leaders.size();
  }

  private static double distance(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += Math.abs(one[i] - other[i]);
    }
    return sum / one.length;
  }
}
