package dev.plumbline.lifecycle.drift.fingerprint;

import dev.plumbline.lifecycle.drift.stats.SeededRandom;
import java.util.List;

/**
 * Whether two weeks drew from clusters in the same shares: the G statistic with labels permuted.
 * Valid for exchangeable calls; a serving mixture that wanders violates that, so the result belongs
 * into a digest and never pages.
 */
public record MixTest(double statistic, double p) {

  private static final double TOLERANCE = 1e-9;

  /**
   * Tests two weeks.
   *
   * @param before clusters of the calls of one week
   * @param now those of the other
   */
  public static MixTest of(List<Integer> before, List<Integer> now, int permutations, long seed) {
    if (before.isEmpty() || now.isEmpty() || permutations < 1) {
      throw new IllegalArgumentException(
          "%d calls before, %d now, %d permutations"
              .formatted(before.size(), now.size(), permutations));
    }
    int[] all =
        java.util.stream.Stream.concat(before.stream(), now.stream()).mapToInt(i -> i).toArray();
    double observed = statistic(all, before.size());
    SeededRandom random = new SeededRandom(seed);
    int exceedances = 0;
    for (int i = 0; i < permutations; i++) {
      shuffle(all, before.size(), random);
      exceedances += statistic(all, before.size()) >= observed - TOLERANCE ? 1 : 0;
    }
    return new MixTest(observed, (1.0 + exceedances) / (1.0 + permutations));
  }

  private static void shuffle(int[] clusters, int first, SeededRandom random) {
    for (int i = 0; i < first; i++) {
      int other = i + random.nextInt(clusters.length - i);
      int kept = clusters[i];
      clusters[i] = clusters[other];
      clusters[other] = kept;
    }
  }

  private static double statistic(int[] clusters, int first) {
    int largest = java.util.Arrays.stream(clusters).max().orElseThrow();
    long[][] counts = new long[2][largest + 1];
    for (int i = 0; i < clusters.length; i++) {
      counts[i < first ? 0 : 1][clusters[i]]++;
    }
    double sum = 0;
    for (int cluster = 0; cluster <= largest; cluster++) {
      long both = counts[0][cluster] + counts[1][cluster];
      sum += term(counts[0][cluster], (double) both * first / clusters.length);
      sum += term(counts[1][cluster], (double) both * (clusters.length - first) / clusters.length);
    }
    return 2 * sum;
  }

  private static double term(long seen, double expected) {
    return seen == 0 ? 0 : seen * Math.log(seen / expected);
  }
}
