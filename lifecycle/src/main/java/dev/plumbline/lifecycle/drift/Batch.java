package dev.plumbline.lifecycle.drift;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.drift.comparison.Comparison;
import dev.plumbline.lifecycle.drift.verdict.Look;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Fresh answers gathered after a suspicion, with the tests chosen before they were asked for.
 *
 * @param tests none when the look could not be made
 * @param gap why it could not be made: no money left, no answers
 */
public record Batch(Look look, Instant at, List<Comparison> tests, Optional<String> gap) {

  public Batch {
    requireNonNull(look, "look");
    requireNonNull(at, "at");
    requireNonNull(gap, "gap");
    tests = List.copyOf(tests);
    if (tests.isEmpty() == gap.isEmpty()) {
      throw new IllegalArgumentException(
          "a %s has tests, or a reason why it has none".formatted(look.words()));
    }
  }

  public static Batch of(Look look, Instant at, List<? extends Comparison> tests) {
    return new Batch(look, at, List.copyOf(tests), Optional.empty());
  }

  /** A look that could not be made. */
  public static Batch gap(Look look, Instant at, String why) {
    return new Batch(look, at, List.of(), Optional.of(why));
  }
}
