package dev.plumbline.lifecycle.drift.sequential;

import dev.plumbline.lifecycle.drift.stats.LogGammaTable;
import dev.plumbline.lifecycle.drift.stats.LogSpace;
import java.util.Arrays;

/**
 * Whether the counts of a cycle still come from the rates they came from: one process per possible
 * onset, mixed (tier B of the drift reference). Passes and failures of families with prior 1, or
 * the hits of known clusters with prior 1/2. Both directions count.
 *
 * <p>For onset j the reference is the baseline with all cycles before j, the current rates are
 * those of cycles j and later; the step of a cycle is the marginal likelihood of its counts under
 * rates of their own over that under one pooled rate.
 *
 * <p><b>Proven:</b> nothing for a fixed unknown rate; the ratio is an e-value only on average over
 * the prior. <b>Measured</b> (goals' benchmark, six families of 21 calls, threshold log 20, 2,000
 * cycles without a change): 0 of 240 runs alarm at .05, 2 of 240 at .30 (Wilson upper limit 3.0 %).
 * As a stream of clusters it alarms in 5 to 7 % of stable runs at a nominal .05 (drift reference).
 * <b>Fails:</b> when the rate itself wobbles from cycle to cycle (a common random offset of sigma
 * .25 on the logit scale, base rate .10: 23 of 240 runs alarm, Wilson upper limit 14.0 %; drift
 * reference, autocorrelated .9: 94 %). Therefore it suspects and never confirms.
 */
public final class OnsetMixture {

  /** Rates of two outcomes are uniform before the data. */
  private static final double PASS_PRIOR = 1;

  /** Jeffreys' prior for the shares of clusters. */
  private static final double CLUSTER_PRIOR = .5;

  /**
   * How far a family's share of the calls may be off until the bet over all families is left out.
   */
  private static final double ALIKE = .005;

  private final PrunedOnsets<CountedOnset> onsets = new PrunedOnsets<>();
  private final LogGammaTable ofCell;
  private final LogGammaTable ofTotal;
  private final long[][] seen;
  private long cycle;

  private OnsetMixture(long[][] baseline, double prior) {
    if (baseline.length == 0 || baseline[0].length < 2) {
      throw new IllegalArgumentException("a baseline needs a family of two or more outcomes");
    }
    int outcomes = baseline[0].length;
    this.seen = copied(baseline, outcomes);
    this.ofCell = new LogGammaTable(prior);
    this.ofTotal = new LogGammaTable(prior * outcomes);
  }

  /**
   * A stream of passes and failures.
   *
   * @param baseline per family passes and failures of the golden baseline; zeros where there is
   *     none
   */
  public static OnsetMixture ofPasses(long[][] baseline) {
    return new OnsetMixture(baseline, PASS_PRIOR);
  }

  /** A stream of hits of clusters; the baseline holds the hits of each. */
  public static OnsetMixture ofClusters(long[] baseline) {
    return new OnsetMixture(new long[][] {baseline}, CLUSTER_PRIOR);
  }

  /**
   * Takes in one cycle.
   *
   * @param counts per family the outcomes in the order of the baseline; zeros for a family that was
   *     not asked
   */
  public OnsetReading observe(long[][] counts) {
    long[][] now = copied(counts, seen[0].length);
    if (now.length != seen.length) {
      throw new IllegalArgumentException(
          "%d families, the baseline has %d".formatted(now.length, seen.length));
    }
    onsets.add(new CountedOnset(cycle, copied(seen, seen[0].length), seen.length > 1));
    double ofFamilies = marginal(seen, now);
    boolean together = seen.length > 1 && isComposedAlike(seen, now);
    double ofAll = together ? marginal(summed(seen), summed(now)) : 0;
    for (CountedOnset onset : onsets.all()) {
      long[][] since = minus(seen, onset.before);
      onset.gain(
          marginal(since, now) - ofFamilies,
          together ? marginal(summed(since), summed(now)) - ofAll : 0);
    }
    add(now);
    onsets.prune(cycle);
    OnsetReading reading = onsets.reading(cycle);
    cycle++;
    return reading;
  }

  /** How many onsets are followed; what a cycle costs grows with it. */
  public int followed() {
    return onsets.all().size();
  }

  /** log of the chance of the counts under rates that are known from what was counted before. */
  private double marginal(long[][] before, long[][] now) {
    double logs = 0;
    for (int family = 0; family < now.length; family++) {
      long past = 0;
      long calls = 0;
      for (int i = 0; i < now[family].length; i++) {
        logs += cell(before[family][i], now[family][i]);
        past += before[family][i];
        calls += now[family][i];
      }
      logs -= total(past, calls);
    }
    return logs;
  }

  /**
   * Whether every family has the share of calls that it had so far: otherwise the rate over all
   * families moves although no family's does.
   */
  private static boolean isComposedAlike(long[][] before, long[][] now) {
    double past = calls(before);
    double calls = calls(now);
    for (int family = 0; family < now.length; family++) {
      double share = Arrays.stream(now[family]).sum() / calls;
      double usual = Arrays.stream(before[family]).sum() / past;
      if (!(Math.abs(share - usual) <= ALIKE)) {
        return false;
      }
    }
    return true;
  }

  private static double calls(long[][] counts) {
    return Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
  }

  private static long[][] summed(long[][] counts) {
    long[] sums = new long[counts[0].length];
    for (long[] family : counts) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += family[i];
      }
    }
    return new long[][] {sums};
  }

  private static long[][] minus(long[][] counts, long[][] earlier) {
    long[][] difference = new long[counts.length][counts[0].length];
    for (int family = 0; family < counts.length; family++) {
      for (int i = 0; i < counts[family].length; i++) {
        difference[family][i] = counts[family][i] - earlier[family][i];
      }
    }
    return difference;
  }

  private double cell(long before, long now) {
    return now == 0 ? 0 : ofCell.at(before + now) - ofCell.at(before);
  }

  private double total(long before, long now) {
    return now == 0 ? 0 : ofTotal.at(before + now) - ofTotal.at(before);
  }

  private void add(long[][] now) {
    for (int family = 0; family < now.length; family++) {
      for (int i = 0; i < now[family].length; i++) {
        seen[family][i] += now[family][i];
      }
    }
  }

  private static long[][] copied(long[][] counts, int outcomes) {
    long[][] copy = new long[counts.length][];
    for (int family = 0; family < counts.length; family++) {
      copy[family] = counts[family].clone();
      if (copy[family].length != outcomes) {
        throw new IllegalArgumentException(
            "family %d has %d outcomes instead of %d"
                .formatted(family, copy[family].length, outcomes));
      }
      for (long count : copy[family]) {
        if (count < 0) {
          throw new IllegalArgumentException("a count of " + count + " in family " + family);
        }
      }
    }
    return copy;
  }

  /** An onset that remembers what had been counted before it, with a capital for each bet. */
  private static final class CountedOnset implements Onset<CountedOnset> {

    private final long start;
    private final long[][] before;
    private double eachItsOwn;
    private double allTogether;
    private double logCapital;

    CountedOnset(long start, long[][] before, boolean severalFamilies) {
      double weight = Onset.logWeight(start);
      double half = weight - StrictMath.log(2);
      this.start = start;
      this.before = before;
      this.eachItsOwn = severalFamilies ? half : weight;
      this.allTogether = severalFamilies ? half : Double.NEGATIVE_INFINITY;
      this.logCapital = weight;
    }

    void gain(double ofFamilies, double ofAll) {
      eachItsOwn += ofFamilies;
      allTogether += ofAll;
      logCapital = LogSpace.sum(eachItsOwn, allTogether);
    }

    @Override
    public long start() {
      return start;
    }

    @Override
    public double logCapital() {
      return logCapital;
    }

    @Override
    public CountedOnset absorbing(CountedOnset older) {
      eachItsOwn = Onset.joined(older.eachItsOwn, eachItsOwn);
      allTogether = Onset.joined(older.allTogether, allTogether);
      logCapital = LogSpace.sum(eachItsOwn, allTogether);
      return this;
    }
  }
}
