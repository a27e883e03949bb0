package dev.plumbline.lifecycle.drift.comparison;

import static java.util.Objects.requireNonNull;

import java.util.OptionalInt;

/**
 * What a method is told besides its data.
 *
 * @param length positions that the kernel test compares; the longest answer decides when empty
 * @param measure what the values of the signed-rank test are
 */
public record MethodSettings(Permutations permutations, OptionalInt length, Measure measure) {

  public MethodSettings {
    requireNonNull(permutations, "permutations");
    requireNonNull(length, "length");
    requireNonNull(measure, "measure");
  }
}
