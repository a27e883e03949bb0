package dev.plumbline.lifecycle.drift.verdict;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.drift.comparison.Comparison;
import dev.plumbline.lifecycle.drift.comparison.Effect;
import dev.plumbline.lifecycle.drift.comparison.TestResult;
import dev.plumbline.lifecycle.drift.stats.Holm;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a look found on fresh data.
 *
 * @param adjusted Holm's p-values in the order of the results
 * @param gap why it found nothing: it could not be made
 */
public record BatchOutcome(
    Look look, Instant at, List<TestResult> results, List<Double> adjusted, Optional<String> gap) {

  public BatchOutcome {
    requireNonNull(look, "look");
    requireNonNull(at, "at");
    requireNonNull(gap, "gap");
    results = List.copyOf(results);
    adjusted = List.copyOf(adjusted);
    if (results.isEmpty() == gap.isEmpty() || results.size() != adjusted.size()) {
      throw new IllegalArgumentException(
          "%d results with %d p-values".formatted(results.size(), adjusted.size()));
    }
  }

  public static BatchOutcome of(
      Look look, Instant at, List<? extends Comparison> tests, Optional<String> gap) {
    List<TestResult> results = tests.stream().map(Comparison::result).toList();
    double[] adjusted = Holm.adjusted(results.stream().mapToDouble(TestResult::p).toArray());
    return new BatchOutcome(
        look, at, results, java.util.Arrays.stream(adjusted).boxed().toList(), gap);
  }

  /** The effects of the tests that Holm rejects at that level. */
  List<Effect> significant(double alpha) {
    return IntStream.range(0, results.size())
        .filter(i -> adjusted.get(i) <= alpha)
        .mapToObj(i -> results.get(i).effect())
        .toList();
  }
}
