package dev.plumbline.lifecycle.drift;

import static java.util.Objects.requireNonNull;

import dev.plumbline.lifecycle.drift.comparison.Comparison;
import java.time.Instant;
import java.util.List;

/** Fresh answers gathered after a suspicion, with the tests chosen before they were asked for. */
public record ConfirmationBatch(Instant at, List<Comparison> tests) {

  public ConfirmationBatch {
    requireNonNull(at, "at");
    tests = List.copyOf(tests);
    if (tests.isEmpty()) {
      throw new IllegalArgumentException("a confirmation batch without a test");
    }
  }
}
