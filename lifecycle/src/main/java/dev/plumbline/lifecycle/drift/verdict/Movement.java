package dev.plumbline.lifecycle.drift.verdict;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.drift.comparison.Effect;

/**
 * What moved: a family's pass rate or a measure, before the onset and since.
 *
 * @param what name of the family or measure
 */
public record Movement(String what, double before, double since, Effect effect) {

  public Movement {
    requireNonNull(what, "what");
    requireNonNull(effect, "effect");
  }
}
