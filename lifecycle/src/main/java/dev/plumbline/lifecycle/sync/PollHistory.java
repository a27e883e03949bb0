package dev.plumbline.lifecycle.sync;

import java.util.List;
import java.util.stream.Stream;

/**
 * How long the last complete lists were, the newest first: a much shorter one is not believed.
 *
 * @param counts at most {@value #KEPT}
 */
public record PollHistory(List<Integer> counts) {

  public static final int KEPT = 10;

  /** In percent of the median. */
  private static final int ENOUGH = 80;

  public PollHistory {
    counts = counts.stream().limit(KEPT).toList();
    if (counts.stream().anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException("not lengths of lists: " + counts);
    }
  }

  /** Whether a list of that length is believed; the first one always is. */
  public boolean isEnough(int count) {
    return counts.isEmpty() || 200L * count >= ENOUGH * twiceMedian();
  }

  /** Twice, so that the middle between two lengths stays a whole number. */
  private long twiceMedian() {
    List<Integer> sorted = counts.stream().sorted().toList();
    int middle = sorted.size() / 2;
    int upper = sorted.get(middle);
    return (long) upper + (sorted.size() % 2 == 1 ? upper : sorted.get(middle - 1));
  }

  public PollHistory with(int count) {
    return new PollHistory(Stream.concat(Stream.of(count), counts.stream()).toList());
  }
}
