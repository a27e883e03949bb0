package dev.plumbline.lifecycle.drift.comparison;

import static java.util.Objects.requireNonNull;

/**
 * What a test of two samples found.
 *
 * @param p in (0, 1]; what a double cannot hold is told as the smallest that it can
 * @param calls observations of both sides that the test rests on
 */
public record TestResult(String method, double statistic, double p, Effect effect, long calls) {

  public TestResult {
    requireNonNull(method, "method");
    requireNonNull(effect, "effect");
    p = Math.min(1, Math.max(Double.MIN_VALUE, p));
  }
}
