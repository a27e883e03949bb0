package dev.plumbline.lifecycle.drift.comparison;

/** Equal positions summed over unordered pairs: inside the reference, across, inside now. */
final class PairSums {

  private long references;
  private long across;
  private long others;

  void clear() {
    references = 0;
    across = 0;
    others = 0;
  }

  void add(long moreReferences, long moreAcross, long moreOthers) {
    references += moreReferences;
    across += moreAcross;
    others += moreOthers;
  }

  /** The unbiased statistic, by numbers of ordered pairs inside and of pairs across. */
  double statistic(long referencePairs, long crossPairs, long otherPairs, int length) {
    double sum =
        2.0 * references / referencePairs - 2.0 * across / crossPairs + 2.0 * others / otherPairs;
    return sum / length;
  }
}
