package dev.plumbline.lifecycle.drift.responses;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The most likely first tokens of one reply with their natural log-probabilities. Values below
 * {@link #FLOOR} are raised to it: providers write -9999 for "not among the most likely".
 */
public record LogProbabilities(SortedMap<String, Double> byToken) {

  public static final double FLOOR = -40;

  public LogProbabilities {
    if (byToken.isEmpty()) {
      throw new IllegalArgumentException("a reply without log-probabilities");
    }
    SortedMap<String, Double> floored = new TreeMap<>();
    byToken.forEach((token, value) -> floored.put(token, floored(token, value)));
    byToken = Collections.unmodifiableSortedMap(floored);
  }

  public static LogProbabilities of(Map<String, Double> byToken) {
    return new LogProbabilities(new TreeMap<>(byToken));
  }

  /**
   * The token's value; of one that is missing the smallest of the reply (censored from the left).
   */
  public double at(String token) {
    Double own = byToken.get(token);
    return own != null ? own : smallest();
  }

  public double smallest() {
    return Collections.min(byToken.values());
  }

  private static double floored(String token, double value) {
    if (!(value <= 0)) {
      throw new IllegalArgumentException(
          "the log-probability of '%s' is %s: it cannot be above 0".formatted(token, value));
    }
    return Math.max(FLOOR, value);
  }
}
